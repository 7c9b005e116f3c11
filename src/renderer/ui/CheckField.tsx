interface Props {
  label: string
  checked: boolean
  disabled?: boolean
  onCheck: (checked: boolean) => void
}

/** A box to tick, with the system's own control. */
export function CheckField({ label, checked, disabled, onCheck }: Props) {
  return (
    <label className="check-field">
      <input
        type="checkbox"
        checked={checked}
        disabled={disabled}
        onChange={(event) => onCheck(event.currentTarget.checked)}
      />
      <span>{label}</span>
    </label>
  )
}
