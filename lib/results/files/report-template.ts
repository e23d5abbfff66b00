/**
 * How a report is set, in Typst (https://typst.app/docs). The words come in as data, `sys.inputs.view`, and are never read
 * as markup: nothing a name holds can be run. Headings, lists and table heads are what they are called, so that the tags
 * of the PDF are right.
 */
export const REPORT_TEMPLATE = `
#let view = json(bytes(sys.inputs.view))
#let words = view.words
#let grey = luma(90)
#let hair = 0.5pt + luma(200)

#let said(it) = if it.isRightToLeft { text(dir: rtl, lang: "ur", it.text) } else { it.text }
#let lines(it, label: none, fill: black) = block(above: 0.7em, below: 0pt, {
  let before = if label == none { [] } else { text(size: 9pt, fill: grey, label + ": ") }
  if it.isRightToLeft {
    if label != none { block(sticky: true, above: 0pt, below: 0pt, before) }
    block(width: 100%, above: 0.5em, below: 0pt, { set text(dir: rtl, lang: "ur", fill: fill); it.text })
  } else { before + text(fill: fill, it.text) }
})

#set document(title: view.title, author: view.school.text)
#set text(font: ("Hanken Grotesk", "Noto Naskh Arabic"), size: 10pt, lang: view.language)
#set par(leading: 0.6em)
#set page(
  paper: "a4",
  margin: (x: 2cm, top: 2cm, bottom: 2.2cm),
  footer: {
    set text(size: 8.5pt, fill: grey)
    line(length: 100%, stroke: hair)
    v(-0.5em)
    [#view.school.text, #view.written #h(1fr) #words.page #context counter(page).display("1 / 1", both: true)]
  },
)
#show heading.where(level: 1): set text(size: 20pt, weight: 600)
#show heading.where(level: 2): set text(size: 13pt, weight: 600)
#show heading.where(level: 2): set block(above: 1.8em, below: 0.8em)

#text(size: 9pt, fill: grey)[#words.report]
#v(-0.4em)
= #said(view.student)
#text(fill: grey)[#view.userName #h(1em) #words.class: #said(view.className)]

#for part in view.parts {
  heading(level: 2, said(part.title))
  if part.facts.len() > 0 {
    terms(
      separator: [: ],
      hanging-indent: 1em,
      ..part.facts.map(fact => terms.item(fact.label, fact.value)),
    )
  }
  if part.answers.len() > 0 {
    table(
      columns: (auto, 1fr, auto, auto),
      stroke: (x: none, y: hair),
      inset: (x: 6pt, y: 7pt),
      align: (right, start, start, right),
      table.header(
        ..(words.number, words.question, words.result, words.points).map(head => text(size: 9pt, weight: 600, head)),
      ),
      ..part
        .answers
        .map(one => (
          str(one.number),
          // What is longer than a third of a page may go on overleaf.
          table.cell(breakable: one.answer.text.len() > 1500, {
            lines(one.question, fill: grey)
            if one.answer.text == "" { block(above: 0.7em, below: 0pt, text(fill: grey, words.blank)) } else { lines(one.answer) }
            if one.right != none { lines(one.right, label: words.right) }
            if one.comment != none { lines(one.comment, label: words.comment) }
          }),
          one.verdict,
          one.points,
        ))
        .flatten(),
    )
  }
  for note in part.notes { lines(note.text, label: note.label) }
  if part.table != none {
    table(
      columns: (1fr,) * part.table.heads.len(),
      stroke: (x: none, y: hair),
      inset: (x: 6pt, y: 5pt),
      align: start,
      table.header(..part.table.heads.map(head => text(size: 9pt, weight: 600, head))),
      ..part.table.rows.flatten().map(said),
    )
  }
}
`
