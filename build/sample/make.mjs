// Makes resources/sample from the texts and drawings beside this file. Needs exiftool on the path.
import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import sharp from 'sharp'
import { damaged, releases } from './catalogue.mjs'
import { ellipse, rect, star } from './draw/svg.mjs'
import { draw } from './pictures.mjs'
import { readRelease } from './release.mjs'
import { asText, encode } from './text.mjs'
import { asPage, pageStyle } from './web.mjs'
import { asWord } from './word.mjs'

const target = fileURLToPath(new URL('../../resources/sample/', import.meta.url))
const scratch = join(tmpdir(), `sample-${process.pid}`)

/** Writes EXIF (and, where asked, IPTC and XMP) into a JPEG as cameras and desks do. */
function withMetadata(bytes, { taken, camera, caption, byline }) {
  const path = join(scratch, 'picture.jpg')
  writeFileSync(path, bytes)
  const tags = [`-EXIF:DateTimeOriginal=${taken}`, `-EXIF:CreateDate=${taken}`, '-EXIF:Orientation#=1']
  if (camera) tags.push(`-EXIF:Make=${camera[0]}`, `-EXIF:Model=${camera[1]}`)
  if (caption)
    tags.push(
      '-codedcharacterset=utf8',
      `-IPTC:Caption-Abstract=${caption}`,
      `-IPTC:By-line=${byline}`,
      `-XMP-dc:Description=${caption}`,
      `-XMP-dc:Creator=${byline}`,
    )
  execFileSync('exiftool', ['-q', '-overwrite_original', '-charset', 'iptc=UTF8', ...tags, path])
  return readFileSync(path)
}

const logo = () =>
  sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="96" height="96">${rect(0, 0, 96, 96, '#ffffff')}${ellipse(48, 48, 46, 46, '#b5262e')}${star(48, 48, 34, '#f6d04d')}</svg>`,
    ),
  )
    .png()
    .toBuffer()

async function makeWord(entry, release) {
  const pictures = {}
  for (const [name, taken] of Object.entries(entry.pictures)) pictures[name] = withMetadata(await draw(name), { taken })
  const bytes = await asWord(release, entry, pictures)
  writeFileSync(join(target, entry.file), bytes)
  if (entry.file === damaged.from)
    writeFileSync(join(target, damaged.file), bytes.subarray(0, bytes.length * damaged.keep))
}

async function makePage(entry, release) {
  const folder = entry.file.replace(/\.html$/, '_files')
  mkdirSync(join(target, folder))
  for (const [name, file] of Object.entries(entry.pictures)) writeFileSync(join(target, folder, file), await draw(name))
  writeFileSync(join(target, folder, 'style.css'), pageStyle)
  if (entry.form === 'portal') writeFileSync(join(target, folder, 'logo.png'), await logo())
  const src = (name) => encodeURI(`./${folder}/${entry.pictures[name] ?? name}`)
  writeFileSync(join(target, entry.file), asPage(release, entry.form, src))
}

async function makeText(entry, release) {
  const folder = join(target, entry.folder)
  mkdirSync(folder)
  writeFileSync(join(folder, entry.file), encode(asText(release, entry.credit), entry.encoding))
  for (const [name, [file, taken]] of Object.entries(entry.pictures)) {
    const caption = entry.captions && release.flow.find((block) => block.picture === name).caption
    const tags = { taken, camera: entry.camera, caption, byline: release.photographer }
    writeFileSync(join(folder, file), withMetadata(await draw(name), tags))
  }
}

const makers = { word: makeWord, letter: makeWord, portal: makePage, newspaper: makePage, text: makeText }

mkdirSync(scratch, { recursive: true })
mkdirSync(target, { recursive: true })
for (const name of readdirSync(target)) rmSync(join(target, name), { recursive: true })
for (const entry of releases) await makers[entry.form](entry, readRelease(entry.text))
rmSync(scratch, { recursive: true })
