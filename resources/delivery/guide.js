// Checks a package in any browser, offline: nothing leaves this page. Without crypto.subtle, which pages opened from a
// disk may lack, the digest is worked out here.
const { words, fingerprint } = JSON.parse(document.getElementById('data').textContent)
const say = (key, args) => words[key].replace(/\{(\w+)\}/g, (_, name) => args?.[name] ?? '')
const element = (id) => document.getElementById(id)
const PIECE = 4 << 20

const K = new Uint32Array(64)
const FIRST = new Uint32Array(8)
{
  // The first 32 bits of the fractional parts of the roots of the first primes (FIPS 180-4).
  let found = 0
  for (let n = 2; found < 64; n++) {
    let prime = true
    for (let d = 2; d * d <= n; d++) if (n % d === 0) prime = false
    if (!prime) continue
    const part = (root) => ((root - Math.floor(root)) * 0x100000000) | 0
    if (found < 8) FIRST[found] = part(n ** (1 / 2))
    K[found++] = part(n ** (1 / 3))
  }
}

class Sha256 {
  constructor() {
    this.state = Uint32Array.from(FIRST)
    this.rest = new Uint8Array(64)
    this.held = 0
    this.length = 0
    this.w = new Int32Array(64)
  }

  update(bytes) {
    this.length += bytes.length
    let at = 0
    if (this.held > 0) {
      const take = Math.min(64 - this.held, bytes.length)
      this.rest.set(bytes.subarray(0, take), this.held)
      this.held += take
      at = take
      if (this.held < 64) return this
      this.block(this.rest, 0)
      this.held = 0
    }
    for (; at + 64 <= bytes.length; at += 64) this.block(bytes, at)
    this.rest.set(bytes.subarray(at))
    this.held = bytes.length - at
    return this
  }

  block(bytes, at) {
    const { w, state } = this
    for (let i = 0; i < 16; i++, at += 4)
      w[i] = (bytes[at] << 24) | (bytes[at + 1] << 16) | (bytes[at + 2] << 8) | bytes[at + 3]
    for (let i = 16; i < 64; i++) {
      const x = w[i - 15]
      const y = w[i - 2]
      const s0 = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3)
      const s1 = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10)
      w[i] = (w[i - 16] + s0 + w[i - 7] + s1) | 0
    }
    let [a, b, c, d, e, f, g, h] = state
    for (let i = 0; i < 64; i++) {
      const s1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7))
      const t1 = (h + s1 + ((e & f) ^ (~e & g)) + K[i] + w[i]) | 0
      const s0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10))
      const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0
      h = g
      g = f
      f = e
      e = (d + t1) | 0
      d = c
      c = b
      b = a
      a = (t1 + t2) | 0
    }
    state[0] += a
    state[1] += b
    state[2] += c
    state[3] += d
    state[4] += e
    state[5] += f
    state[6] += g
    state[7] += h
  }

  hex() {
    const bits = this.length * 8
    const end = new Uint8Array(this.held < 56 ? 64 - this.held : 128 - this.held)
    end[0] = 0x80
    const view = new DataView(end.buffer)
    view.setUint32(end.length - 8, Math.floor(bits / 0x100000000))
    view.setUint32(end.length - 4, bits >>> 0)
    this.update(end)
    return Array.from(this.state, (word) => word.toString(16).padStart(8, '0')).join('')
  }
}

let stopped = false

async function digestOf(file, progress) {
  const hash = new Sha256()
  for (let at = 0; at < file.size; at += PIECE) {
    if (stopped) throw new Error('stopped')
    const piece = new Uint8Array(await file.slice(at, at + PIECE).arrayBuffer())
    hash.update(piece)
    progress(piece.length)
  }
  return hash.hex()
}

/** The files by their path in the package: whatever folder lies around it does not matter. */
function inPackage(files) {
  const marks = files.filter(({ path }) => /(^|\/)manifest-sha256\.txt$/.test(path))
  marks.sort((a, b) => a.path.length - b.path.length)
  if (marks.length === 0) return null
  const prefix = marks[0].path.slice(0, -'manifest-sha256.txt'.length)
  const inside = files.filter(({ path }) => path.startsWith(prefix))
  return new Map(inside.map(({ path, file }) => [path.slice(prefix.length).normalize('NFC'), file]))
}

function linesOf(text) {
  return text.split(/\r?\n/).flatMap((line) => {
    const found = /^([0-9a-f]{64}) +\*?(.+)$/i.exec(line)
    if (!found) return []
    const path = found[2].replace(/%(25|0A|0D)/gi, (code) => String.fromCharCode(Number.parseInt(code.slice(1), 16)))
    return [{ digest: found[1].toLowerCase(), path: path.normalize('NFC') }]
  })
}

async function check(list) {
  stopped = false
  element('result').hidden = true
  element('running').hidden = false
  const files = inPackage(list)
  const faults = []
  let checked = 0
  let bytes = 0
  if (!files) faults.push(['', say('noPackage')])
  else {
    const manifest = files.get('manifest-sha256.txt')
    const wanted = linesOf(await manifest.text())
    const tags = files.get('tagmanifest-sha256.txt')
    const all = [...wanted, ...(tags ? linesOf(await tags.text()) : [])]
    if (!tags) faults.push(['tagmanifest-sha256.txt', say('missing')])
    if ((await digestOf(manifest, () => {})) !== fingerprint) faults.push(['manifest-sha256.txt', say('otherPackage')])
    const listed = new Set(all.map(({ path }) => path))
    for (const path of files.keys())
      if (path.startsWith('data/') && !listed.has(path)) faults.push([path, say('unlisted')])
    const total = all.reduce((sum, { path }) => sum + (files.get(path)?.size ?? 0), 0)
    let shown = 0
    for (const { path, digest } of all) {
      const file = files.get(path)
      if (!file) {
        faults.push([path, say('missing')])
        continue
      }
      element('doing').textContent = say('doing', { done: checked + 1, total: all.length, path })
      const actual = await digestOf(file, (size) => {
        bytes += size
        const now = performance.now()
        if (now - shown > 100) {
          element('bar').value = bytes / Math.max(1, total)
          shown = now
        }
      }).catch((error) => {
        if (stopped) throw error
        return null
      })
      checked += 1
      if (actual === null) faults.push([path, say('unreadable')])
      else if (actual !== digest) faults.push([path, say('altered')])
    }
  }
  told(faults, checked, bytes)
}

function told(faults, checked, bytes) {
  element('running').hidden = true
  element('result').hidden = false
  const good = faults.length === 0
  element('verdict').textContent = say(good ? 'good' : 'bad')
  element('verdict').className = `verdict ${good ? 'good' : 'bad'}`
  const size = new Intl.NumberFormat(document.documentElement.lang).format(bytes)
  const at = new Date().toLocaleString(document.documentElement.lang)
  element('summary').textContent = say('summary', { checked, faults: faults.length, size, at })
  const body = element('faults').tBodies[0]
  body.replaceChildren(
    ...faults.slice(0, 1000).map(([path, what]) => {
      const row = document.createElement('tr')
      for (const text of [path, what]) row.appendChild(document.createElement('td')).textContent = text
      return row
    }),
  )
  element('faults').hidden = good
  document.body.dataset.result = good ? 'good' : 'bad'
  element('verdict').scrollIntoView({ block: 'center' })
}

/** Everything in what was dropped, folders and what lies in them. */
async function dropped(items) {
  const found = []
  const walk = async (entry) => {
    if (entry.isFile) {
      const file = await new Promise((resolve, reject) => entry.file(resolve, reject))
      found.push({ path: entry.fullPath.replace(/^\//, ''), file })
      return
    }
    const reader = entry.createReader()
    for (;;) {
      const some = await new Promise((resolve, reject) => reader.readEntries(resolve, reject))
      if (some.length === 0) return
      for (const one of some) await walk(one)
    }
  }
  const entries = [...items].map((item) => item.webkitGetAsEntry?.()).filter(Boolean)
  for (const entry of entries) await walk(entry)
  return found
}

const begin = (list) =>
  check(list).catch(() => {
    element('running').hidden = true
  })

element('pick').addEventListener('change', ({ target }) => {
  begin([...target.files].map((file) => ({ path: file.webkitRelativePath || file.name, file })))
  target.value = ''
})
element('stop').addEventListener('click', () => {
  stopped = true
})
element('print').addEventListener('click', () => window.print())
const area = element('drop')
for (const event of ['dragenter', 'dragover']) {
  document.addEventListener(event, (drag) => {
    drag.preventDefault()
    area.classList.add('over')
  })
}
document.addEventListener('dragleave', () => area.classList.remove('over'))
document.addEventListener('drop', async (drop) => {
  drop.preventDefault()
  area.classList.remove('over')
  begin(await dropped(drop.dataTransfer.items))
})
