import { mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchApp, type RunningApp } from './support/app'
import { effortOf } from './support/effort'
import { keysOf } from './support/keys'
import { createArchive, makeSampleArchive, part, sampleFolder } from './support/steps'

// The ten commonest tasks (docs/interface.md) without a mouse; each prints what it costs. What a file dialog asks is
// answered for it, as the system's own dialog would be by keys.
let running: RunningApp
beforeAll(async () => {
  running = await launchApp({ archive: (folder) => makeSampleArchive(join(folder, 'kho')) })
  await part(running, 'nav-archive').waitFor()
}, 180_000)
afterAll(() => running.close())

const press = keysOf(() => running)
const type = (text: string) => running.page.keyboard.type(text)
const focused = () => running.page.evaluate(() => (document.activeElement as HTMLElement | null)?.dataset.testid ?? '')
const rows = () => part(running, 'article-list').getByRole('option')

/** Goes on with the Tab key until a part, once it is there, has the focus. */
async function tabTo(name: string, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await part(running, name).first().waitFor()
  for (let nth = 0; nth < 80; nth++) {
    if ((await focused()) === name) return
    await press(key)
  }
  throw new Error(`${name} is not reached by ${key}`)
}

/** The task costs no click; how many keys is printed. */
async function byKeys(task: string, work: () => Promise<void>): Promise<void> {
  const { clicks } = await effortOf(running, `${task}, by keyboard`, work)
  expect(clicks).toBe(0)
}

async function openFirst(words: string, title: string): Promise<void> {
  await press('Control+2', 'Control+f', 'Control+a')
  await type(words)
  await expect.poll(() => part(running, 'found').textContent()).toContain('Tìm thấy')
  await expect.poll(() => rows().first().textContent()).toContain(title)
  await press('ArrowDown', 'Enter')
  await part(running, 'edit').waitFor()
}

describe('by keyboard alone', () => {
  it('3 finds an article typed without marks and reads it', () =>
    byKeys('finding an article', () => openFirst('khanh thanh cau', 'Khánh thành cầu')))

  it('5 corrects an article', () =>
    byKeys('correcting the title of an article', async () => {
      await press('F2')
      await part(running, 'edit-title').waitFor()
      await tabTo('edit-title')
      await press('End')
      await type(' và đường dẫn')
      await press('Escape')
      await expect.poll(() => part(running, 'screen-article').locator('h1').textContent()).toContain('và đường dẫn')
    }))

  it('10 takes back the last change', () =>
    byKeys('taking back a change', async () => {
      await press('Control+z')
      await expect.poll(() => part(running, 'screen-article').locator('h1').textContent()).not.toContain('và đường dẫn')
    }))

  it('6 writes the caption of a photo', () =>
    byKeys('writing a caption', async () => {
      await tabTo('photo')
      await press('Enter')
      await part(running, 'photo-viewer').waitFor()
      await tabTo('photo-caption')
      await press('Control+a')
      await type('Bà con đi qua cầu mới.')
      await press('Control+Enter')
      await press('Escape')
      await part(running, 'photo-viewer').waitFor({ state: 'detached' })
      await expect.poll(() => part(running, 'screen-article').textContent()).toContain('Bà con đi qua cầu mới.')
    }))

  it('4 finds every photo of a person in a year', () =>
    byKeys('every photo of a person in a year', async () => {
      await press('Control+5')
      await part(running, 'photos-find').waitFor()
      await tabTo('photos-find')
      await type('người:"Lương Thị Hải Yến" năm:2025')
      await expect.poll(() => part(running, 'found').textContent()).toMatch(/Tìm thấy \d+/)
    }))

  it('7 exports what was found', () =>
    byKeys('exporting what was found', async () => {
      const target = join(running.folder, 'Xuất')
      mkdirSync(target)
      await press('Control+2', 'Control+f', 'Control+a')
      await type('cau na may')
      await expect.poll(() => rows().count()).toBeGreaterThan(1)
      await press('Escape', 'Control+e')
      await part(running, 'dialog-export').waitFor()
      await running.answerDialogs([target])
      await tabTo('pick-target')
      await press('Enter')
      await tabTo('export-start')
      await press('Enter')
      await running.page.locator('[data-testid="job"][data-state="done"]').waitFor({ timeout: 30_000 })
      expect(readdirSync(target, { recursive: true }).some((file) => String(file).endsWith('.docx'))).toBe(true)
    }))

  it('8 makes a dossier of articles', () =>
    byKeys('making a dossier of articles', async () => {
      await press('Control+2')
      await part(running, 'article-list').waitFor()
      await press('Control+f', 'ArrowDown', 'Home', 'Control+Space', 'ArrowDown', 'ArrowDown', 'Shift+Space')
      await tabTo('to-dossier', 'Shift+Tab')
      await press('Enter')
      await tabTo('put-new')
      await press('Enter')
      await tabTo('dossier-title')
      await type('Tin cầu Nà Mây')
      await tabTo('dossier-year')
      await press('Control+a')
      await type('2025')
      await tabTo('dossier-save')
      await press('Enter')
      await part(running, 'screen-dossier').waitFor()
    }))

  it('9 merges two records of one person', () =>
    byKeys('merging two records of a person', async () => {
      await press('Control+4')
      await part(running, 'find-doubles').waitFor()
      await tabTo('find-doubles')
      await press('Enter')
      await part(running, 'pair-merge').first().waitFor()
      await tabTo('pair-merge')
      await press('Enter')
      await part(running, 'merge-preview').waitFor()
      await tabTo('merge-do')
      await press('Enter')
      await part(running, 'screen-person').waitFor()
    }))
})

it('reported no error on the way', () => {
  expect(running.errors).toEqual([])
})

describe('by keyboard alone, with new files', () => {
  beforeAll(async () => {
    await running.close()
    running = await launchApp()
    await createArchive(running, join(running.folder, 'Kho mới'))
  }, 60_000)

  it('1 takes in a press release and files what was read right', async () => {
    await byKeys('taking in a press release and filing it', async () => {
      await running.answerDialogs([join(sampleFolder, 'Khai mạc Kỳ họp thứ 18 HĐND tỉnh.docx')])
      await press('Control+o')
      await part(running, 'screen-review').waitFor({ timeout: 30_000 })
      await press('Control+Enter')
      await part(running, 'screen-intake').waitFor()
    })
  })

  it('2 mends what was read wrong, then files', async () => {
    await byKeys('mending a person in review and filing', async () => {
      await running.answerDialogs([join(sampleFolder, 'Khảo sát trường bán trú Phiêng Cọ.docx')])
      await press('Control+o')
      await part(running, 'screen-review').waitFor({ timeout: 30_000 })
      await tabTo('suggestion')
      await press('ArrowDown', 'Enter')
      await expect.poll(() => running.page.evaluate(() => document.activeElement?.tagName)).toBe('INPUT')
      await press('End')
      await type(' Anh')
      await press('Escape', 'Control+Enter')
      await part(running, 'screen-intake').waitFor()
    })
  })

  it('reported no error on the way', () => {
    expect(running.errors).toEqual([])
  })
})
