export type Picture = { file: string; page: string; state: string; width: number; theme: string }

/** One page to look all the pictures over: a row per page and state, the pictures beside each other. */
export function contactSheet(pictures: readonly Picture[]): string {
  const rows = groupByRow(pictures)
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Colloquy, every page</title>
<style>
  body { font: 15px/1.5 system-ui; margin: 24px; background: #ddd }
  section { display: flex; gap: 12px; align-items: flex-start; overflow-x: auto; padding-bottom: 24px }
  figure { margin: 0 } figcaption { font-size: 12px } img { display: block; max-height: 560px; border: 1px solid #999 }
</style>
${[...rows].map(([name, row]) => `<h2>${name}</h2><section>${row.map(figure).join("")}</section>`).join("\n")}
</html>`
}

const figure = ({ file, width, theme }: Picture): string =>
  `<figure><a href="${file}"><img src="${file}" loading="lazy" alt=""></a><figcaption>${width} px, ${theme}</figcaption></figure>`

function groupByRow(pictures: readonly Picture[]): Map<string, Picture[]> {
  const rows = new Map<string, Picture[]>()
  for (const picture of pictures) {
    const name = `${picture.page} · ${picture.state}`
    rows.set(name, [...(rows.get(name) ?? []), picture])
  }
  return rows
}
