import type { LucideIcon } from 'lucide-react'
import type { ComponentPropsWithRef } from 'react'

interface ButtonProps extends ComponentPropsWithRef<'button'> {
  look?: 'plain' | 'primary' | 'quiet' | 'danger'
  icon?: LucideIcon
  /** Keys that do the same, shown beside the words. */
  keys?: string
}

/** A button with words. */
export function Button({ look = 'plain', icon: Icon, keys, children, className, ...rest }: ButtonProps) {
  return (
    <button type="button" className={`button ${look} ${className ?? ''}`} {...rest}>
      {Icon && <Icon aria-hidden />}
      <span>{children}</span>
      {keys && <kbd aria-hidden>{keys}</kbd>}
    </button>
  )
}

interface IconButtonProps extends ComponentPropsWithRef<'button'> {
  icon: LucideIcon
  /** The name that screen readers and the tooltip give. */
  label: string
  pressed?: boolean
}

/** A button with an icon only; its name shows on hover. */
export function IconButton({ icon: Icon, label, pressed, className, ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      className={`icon-button ${className ?? ''}`}
      aria-label={label}
      title={label}
      aria-pressed={pressed}
      {...rest}
    >
      <Icon aria-hidden />
    </button>
  )
}
