import { Download, Lock } from 'lucide-react'
import { type DragEvent, type ReactNode, useEffect, useState } from 'react'
import { draggedFolder } from '#contract/dragged-folder'
import { useIntake } from '../features/intake/useIntake'
import { showDialog, underDialog } from '../state/dialogs'
import { useRoute } from '../state/route'
import { useFailures } from '../ui/useFailures'
import { useWords } from '../words/words'
import { inField } from './useShortcuts'

const carriesFiles = (event: DragEvent) => event.dataTransfer.types.includes('Files')

/** Takes in what is dropped or pasted anywhere, and says beforehand what will happen. */
export function DropZone({ readOnly, children }: { readOnly: boolean; children: ReactNode }) {
  const intake = useIntake()
  const caught = useFailures()
  const [over, setOver] = useState(0)
  const onSettings = useRoute(({ route }) => route.screen === 'settings')
  const draftId = useRoute(({ route }) => (route.screen === 'review' ? route.draftId : null))
  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      if (readOnly || inField(event) || underDialog() || !event.clipboardData) return
      const { files } = event.clipboardData
      const paths = window.kho.pathsOf([...files]).filter(Boolean)
      const text = event.clipboardData.getData('text/plain')
      // Word copies its words as a picture too: words go before.
      const picture = [...files].find(({ type }) => type.startsWith('image/'))
      if (paths.length > 0) void caught(intake.take)(paths)
      else if (text.trim()) void caught(intake.takeText)(text, event.clipboardData.getData('text/html') || null)
      else if (picture) void caught(intake.takePicture)(picture, draftId)
    }
    window.addEventListener('paste', onPaste)
    return () => window.removeEventListener('paste', onPaste)
  }, [readOnly, intake, caught, draftId])

  const onDrop = (event: DragEvent) => {
    if (!carriesFiles(event)) return
    event.preventDefault()
    setOver(0)
    const paths = window.kho.pathsOf([...event.dataTransfer.files])
    // A photo dragged out and let go over the window again goes nowhere.
    if (readOnly || paths.every((path) => path.includes(draggedFolder))) return
    const [only, ...more] = paths
    if (onSettings && only && more.length === 0 && templateName.test(only)) {
      showDialog({ name: 'template', path: only, replaces: null })
    } else void caught(intake.take)(paths, draftId)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping has its keyboard twin in "choose files"
    <div
      className="drop-zone"
      onDragEnter={(event) => carriesFiles(event) && setOver((depth) => depth + 1)}
      onDragLeave={(event) => carriesFiles(event) && setOver((depth) => Math.max(0, depth - 1))}
      onDragOver={(event) => {
        if (!carriesFiles(event)) return
        event.preventDefault()
        event.dataTransfer.dropEffect = readOnly ? 'none' : 'copy'
      }}
      onDrop={onDrop}
    >
      {children}
      {over > 0 && (
        <Overlay readOnly={readOnly} onto={draftId !== null ? 'ontoDraft' : onSettings ? 'template' : 'intake'} />
      )}
    </div>
  )
}

/** What may be a template of the office; on the settings screen one such file alone is looked at as one. */
const templateName = /\.do[ct]x$/i

function Overlay({ readOnly, onto }: { readOnly: boolean; onto: 'intake' | 'ontoDraft' | 'template' }) {
  const t = useWords()
  const Icon = readOnly ? Lock : Download
  const words = readOnly ? 'readOnly' : onto
  return (
    <section className="drop-overlay" aria-label={t(`ui.drop.${words}.title`)} data-testid="drop-overlay">
      <div className="drop-card">
        <Icon aria-hidden />
        <p className="drop-title">{t(`ui.drop.${words}.title`)}</p>
        <p>{t(`ui.drop.${words}.more`)}</p>
      </div>
    </section>
  )
}
