import { useMemo } from 'react'
import { shell } from '../../engine/bridge'
import { call, runJob } from '../../engine/client'
import { showDialog } from '../../state/dialogs'
import { useJobs } from '../../state/jobs'
import { useReview } from '../../state/review'
import { go, useRoute } from '../../state/route'
import { arePictures } from './pictures'

/** The ways material comes in. All of them end in the queue of drafts or in the draft under review. */
export interface Intake {
  take(paths: string[], draftId?: string | null): Promise<void>
  takeText(text: string, html: string | null): Promise<void>
  takePicture(picture: Blob, draftId: string | null): Promise<void>
  pickFiles(): Promise<void>
  pickFolder(): Promise<void>
  paste(): Promise<void>
}

export function useIntake(): Intake {
  return useMemo(() => intake, [])
}

const intake: Intake = {
  async take(paths, draftId = null) {
    if (paths.length === 0) return
    const review = useReview.getState()
    if (draftId && arePictures(paths) && review.draft?.id === draftId) return review.addPhotos(paths)
    useJobs.getState().clearIntake()
    go({ screen: 'intake' })
    // A failure stands at the foot of the window, with the job.
    const report = await runJob('intake.import', { paths }).catch(() => null)
    const failed = report?.files.some(({ outcome }) => outcome === 'failed') ?? true
    const [first] = report?.drafts ?? []
    // One drop, one look: with nothing to report the first draft is there at once.
    if (first && !failed && useRoute.getState().route.screen === 'intake') go({ screen: 'review', draftId: first })
  },
  async takeText(text, html) {
    const { draftId } = await call('intake.paste', { text, html })
    go({ screen: 'review', draftId })
  },
  async takePicture(picture, draftId) {
    const bytes = new Uint8Array(await picture.arrayBuffer())
    const review = useReview.getState()
    if (draftId && review.draft?.id === draftId) return review.addPicture(bytes)
    const at = await call('intake.pastePicture', { bytes })
    if (at.draftId) go({ screen: 'review', draftId: at.draftId })
    else if (at.articleId) go({ screen: 'article', id: at.articleId })
  },
  async pickFiles() {
    const { paths } = await shell('shell.pickFiles', {})
    await intake.take(paths)
  },
  async pickFolder() {
    const { path } = await shell('shell.pickFolder', { purpose: 'intake' })
    if (path) await intake.take([path])
  },
  async paste() {
    const { text } = await shell('shell.clipboard', {})
    showDialog({ name: 'paste', text })
  },
}
