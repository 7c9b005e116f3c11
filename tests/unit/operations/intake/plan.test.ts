import { describe, expect, it } from 'vitest'
import { planIntake } from '#operations/intake/plan'
import { memoryPlatform } from '#platform/memory/platform'

async function filesWith(paths: string[]) {
  const { files } = memoryPlatform()
  for (const path of paths) {
    await files.makeFolder(files.dirName(path))
    await files.writeWhole(path, 'x')
  }
  return files
}

describe('planIntake', () => {
  it('gives all photos of a folder to its one text', async () => {
    const files = await filesWith(['/in/tin.docx', '/in/IMG_1.jpg', '/in/IMG_2.JPG'])
    const plan = await planIntake(['/in'], files)
    expect(plan.groups).toMatchObject([
      { release: '/in/tin.docx', photos: ['/in/IMG_1.jpg', '/in/IMG_2.JPG'], folderName: 'in' },
    ])
  })

  it('sorts photos of several texts by the likeness of names and keeps the rest together', async () => {
    const files = await filesWith([
      '/in/Tiếp xúc cử tri Minh Tân.docx',
      '/in/Giám sát trường học.docx',
      '/in/Tiep xuc cu tri Minh Tan 1.jpg',
      '/in/giam-sat-truong-hoc_02.jpg',
      '/in/IMG_9.jpg',
    ])
    const plan = await planIntake(['/in'], files)
    const byRelease = new Map(plan.groups.map((group) => [group.release, group.photos]))
    expect(byRelease.get('/in/Tiếp xúc cử tri Minh Tân.docx')).toEqual(['/in/Tiep xuc cu tri Minh Tan 1.jpg'])
    expect(byRelease.get('/in/Giám sát trường học.docx')).toEqual(['/in/giam-sat-truong-hoc_02.jpg'])
    expect(byRelease.get(null)).toEqual(['/in/IMG_9.jpg'])
  })

  it('joins a folder of photos to the one text above it', async () => {
    const files = await filesWith(['/in/tin.txt', '/in/ảnh/a.jpg', '/in/ảnh/b.png'])
    const plan = await planIntake(['/in'], files)
    expect(plan.groups).toMatchObject([
      { release: '/in/tin.txt', photos: ['/in/ảnh/a.jpg', '/in/ảnh/b.png'], folderName: 'in' },
    ])
  })

  it('leaves the picture folder of a saved page to the page', async () => {
    const files = await filesWith(['/in/tin.html', '/in/tin_files/a.jpg', '/in/tin_files/style.css'])
    const plan = await planIntake(['/in'], files)
    expect(plan.groups).toMatchObject([{ release: '/in/tin.html', photos: [], folderName: 'in' }])
  })

  it('leaves the picture folder to its page when both are marked and dropped', async () => {
    const files = await filesWith(['/in/tin.html', '/in/tin_files/a.jpg', '/in/style.css'])
    const plan = await planIntake(['/in/tin_files', '/in/tin.html', '/in/style.css'], files)
    expect(plan.groups).toMatchObject([{ release: '/in/tin.html', photos: [], folderName: 'in' }])
    expect(plan.skipped).toEqual(['/in/style.css'])
  })

  it('skips what the system or Office left behind and names what is not there', async () => {
    const files = await filesWith(['/in/~$tin.docx', '/in/Thumbs.db', '/in/tin.docx'])
    const plan = await planIntake(['/in', '/gone.docx'], files)
    expect(plan.groups.map((group) => group.release)).toEqual(['/in/tin.docx'])
    expect(plan.skipped.sort()).toEqual(['/in/Thumbs.db', '/in/~$tin.docx'])
    expect(plan.failed.map(({ path, error }) => [path, error.code])).toEqual([['/gone.docx', 'file-missing']])
  })

  it('takes the same path once', async () => {
    const files = await filesWith(['/in/tin.docx'])
    const plan = await planIntake(['/in/tin.docx', '/in/tin.docx'], files)
    expect(plan.groups).toHaveLength(1)
  })
})
