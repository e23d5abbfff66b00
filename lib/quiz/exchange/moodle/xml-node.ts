import { XMLParser, XMLValidator } from "fast-xml-parser"

/** An element: its attributes, its child elements in order, and the text directly in it. */
export type XmlNode = {
  name: string
  attributes: Record<string, string>
  children: XmlNode[]
  text: string
}

const ATTRIBUTES = ":@"
const TEXT = "#text"

type Ordered = Record<string, unknown>

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: "",
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  // The five of XML and numbers. A document's own entities are not read: they can point to files, and grow.
  processEntities: true,
  htmlEntities: true,
})

/** The root element of a fragment; or at which of its lines, from 1, it stops being XML. */
export function parseXml(fragment: string): { ok: true; root: XmlNode } | { ok: false; line: number } {
  if (/<!DOCTYPE|<!ENTITY/i.test(fragment)) return { ok: false, line: 1 }
  const valid = XMLValidator.validate(fragment)
  if (valid !== true) return { ok: false, line: valid.err.line }
  try {
    const [root] = nodesOf(parser.parse(fragment) as Ordered[])
    return root ? { ok: true, root } : { ok: false, line: 1 }
  } catch {
    return { ok: false, line: 1 }
  }
}

function nodesOf(ordered: readonly Ordered[]): XmlNode[] {
  return ordered.flatMap((one) => {
    const name = Object.keys(one).find((key) => key !== ATTRIBUTES)
    if (!name || name === TEXT) return []
    const inner = one[name] as Ordered[]
    const text = inner.map((child) => (TEXT in child ? String(child[TEXT]) : "")).join("")
    const attributes = (one[ATTRIBUTES] ?? {}) as Record<string, string>
    return [{ name, attributes, children: nodesOf(inner), text }]
  })
}

export const childOf = (node: XmlNode | null | undefined, name: string): XmlNode | null =>
  node?.children.find((child) => child.name === name) ?? null

export const childrenOf = (node: XmlNode, name: string): XmlNode[] =>
  node.children.filter((child) => child.name === name)

/** The text of a child that Moodle wraps in `<text>`, or writes bare. Empty where it is missing. */
export function textOf(node: XmlNode | null | undefined, name: string): string {
  const child = childOf(node, name)
  return (childOf(child, "text")?.text ?? child?.text ?? "").trim()
}
