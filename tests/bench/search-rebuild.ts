import { openArchive } from '#archive/open'
import { spentOn } from './support/clock'
import { benchPlatform } from './support/platform'

// Opens an archive that has no index and waits until there is one, in a process of its own, as the app's programs are
// made: `node search-rebuild.mjs FOLDER`. Prints milliseconds on the wall and of the processor, and the most megabytes.
const [spent, archive] = await spentOn(() => openArchive(process.argv[2] ?? '', benchPlatform()))
console.log(JSON.stringify({ ...spent, peak: process.resourceUsage().maxRSS / 1_024 }))
await archive.close()
