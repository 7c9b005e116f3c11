const needed = /-(latin|vietnamese)-\d00-normal-[^/]*\.woff2$/

/**
 * A plugin that has the page's letters fetched along with its script. A page that meets them only in its styles is laid
 * out in other letters first, and once more for each file that comes.
 */
export const firstFaces = () => ({
  name: 'first-faces',
  transformIndexHtml: {
    order: 'post',
    handler: (_html, { bundle = {} }) =>
      Object.keys(bundle)
        .filter((file) => needed.test(file))
        .map((file) => ({
          tag: 'link',
          attrs: { rel: 'preload', as: 'font', type: 'font/woff2', crossorigin: true, href: `./${file}` },
          injectTo: 'head',
        })),
  },
})
