import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

interface AxeResult {
  violations: { id: string; help: string; nodes: { html: string; failureSummary?: string }[] }[]
}

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** All rules, but no list of what is in order and no path to each part: nobody reads them here. */
const asked = { resultTypes: ['violations'], selectors: false }

/** The accessibility rules the present screen breaks, a sentence each. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  // What is fading in or out has no colours of its own yet: it is led to its end.
  await page.evaluate(async () => {
    // What has just been asked for begins with the next picture.
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))
    for (const one of document.getAnimations()) one.finish()
    await Promise.allSettled(document.getAnimations().map((one) => one.finished))
  })
  // Once for a page: anew for each look it is compiled anew, which takes as long as the looking.
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(source)
  const { violations } = (await page.evaluate(`axe.run(${JSON.stringify(asked)})`)) as AxeResult
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help}: ${node.html.slice(0, 200)} ${node.failureSummary ?? ''}`),
  )
}
