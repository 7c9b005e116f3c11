import type { IntakeGroup } from './plan'

/** What allotting by date needs to know of files; null where it cannot be told. */
export interface Dates {
  /** The day a release reports, `2024-07-08`. */
  ofRelease(path: string): Promise<string | null>
  /** The day a photo says it was taken. */
  ofPhoto(path: string): Promise<string | null>
}

const farApartDays = 31

/**
 * Photos that names leave open go to the one text of their folder that reports the day they were taken
 * (or the day beside it). Photos of a folder below, taken months away from the text above, are kept apart.
 */
export async function allotByDate(groups: IntakeGroup[], dates: Dates): Promise<IntakeGroup[]> {
  const allotted: IntakeGroup[] = groups.map((group) => ({ ...group, photos: [...group.photos] }))
  for (const group of [...allotted]) {
    if (group.release === null) await handOut(group, allotted, dates)
    else if (group.joined) await keepApart(group, allotted, dates)
  }
  return allotted.filter((group) => group.release !== null || group.photos.length > 0)
}

async function handOut(alone: IntakeGroup, groups: IntakeGroup[], dates: Dates): Promise<void> {
  const texts = groups.filter((group) => group.release !== null && group.folder === alone.folder)
  if (texts.length === 0) return
  const reported = []
  for (const text of texts) reported.push({ text, day: await dates.ofRelease(text.release ?? '') })
  for (const photo of [...alone.photos]) {
    const taken = await dates.ofPhoto(photo)
    const near = taken === null ? [] : reported.filter(({ day }) => day !== null && daysBetween(day, taken) <= 1)
    const exact = near.filter(({ day }) => day === taken)
    const owner = exact.length === 1 ? exact[0] : near.length === 1 ? near[0] : undefined
    if (!owner) continue
    owner.text.photos.push(photo)
    alone.photos.splice(alone.photos.indexOf(photo), 1)
  }
}

async function keepApart(group: IntakeGroup, groups: IntakeGroup[], dates: Dates): Promise<void> {
  const joined = group.joined?.photos ?? []
  const day = await dates.ofRelease(group.release ?? '')
  if (day === null) return
  const taken: string[] = []
  for (const photo of joined) {
    const date = await dates.ofPhoto(photo)
    if (date !== null) taken.push(date)
  }
  if (taken.length === 0 || !taken.every((date) => daysBetween(date, day) > farApartDays)) return
  group.photos = group.photos.filter((photo) => !joined.includes(photo))
  groups.push({
    release: null,
    photos: joined,
    folder: group.folder,
    folderName: group.joined?.folderName ?? '',
    joined: null,
  })
}

function daysBetween(a: string, b: string): number {
  return Math.abs(Date.parse(`${a}T00:00:00Z`) - Date.parse(`${b}T00:00:00Z`)) / 86_400_000
}
