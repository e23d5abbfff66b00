import type { ExactNumber } from "@/lib/quiz/exact-number"

export const LONGEST_NUMBER = 40

const INVISIBLE = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g
const MINUS = /[\u2010-\u2015\u2212\uFE58\uFE63\uFF0D]/g
const APOSTROPHES = /[\u2018\u2019\u02BC\uFF07\u066C]/g
const NUMBER = /^([+-]?) ?([0-9.,' d]+?)(?:e([+-]?[0-9]{1,2}))?$/

/**
 * A number as it is written in one school or another: 1.5 and 1,5; 1,500 and 1.500,25 and 1 500 and 1'500 and 1,00,000;
 * a minus of any length; the digits of any script; 85e6. Null for everything else: a text is never half a number.
 *
 * One mark alone is read as it mostly is meant: a comma before exactly three digits parts thousands (1,500), any other
 * comma and every point is the decimal mark (1,5; 0,500; 1.500). Whoever answers is shown how a number was read.
 */
export function readNumber(text: string): ExactNumber | null {
  if (text.length > LONGEST_NUMBER) return null
  const [, sign, body = "", power = "0"] = NUMBER.exec(plainMarks(text)) ?? []
  const parts = sign === undefined ? null : splitBody(body)
  if (!parts) return null
  const digits = BigInt(parts.whole + parts.part) * (sign === "-" ? -1n : 1n)
  const places = parts.part.length - Number(power)
  return places >= 0 ? { digits, places } : { digits: digits * 10n ** BigInt(-places), places: 0 }
}

/** ASCII digits and marks; "d" for a mark that is the decimal one in its script and nothing else. */
const plainMarks = (text: string): string =>
  text
    .replace(INVISIBLE, "")
    .replace(/\p{Nd}/gu, (digit) => String(digitValue(digit)))
    .replace(/[Ee]/g, "e")
    .replace(MINUS, "-")
    .replace(/\uFF0B/g, "+")
    .replace(APOSTROPHES, "'")
    .replace(/[\uFF0C\u060C]/g, ",")
    .replace(/\uFF0E/g, ".")
    .replace(/\u066B/g, "d")
    .trim()
    .replace(/\s/gu, " ")

/** Decimal digits stand in Unicode in runs of ten from zero to nine, some runs end to end. */
function digitValue(digit: string): number {
  const code = digit.codePointAt(0) ?? 0
  let before = 0
  while (/^\p{Nd}$/u.test(String.fromCodePoint(code - before - 1))) before += 1
  return before % 10
}

type Parts = { whole: string; part: string }

function splitBody(body: string): Parts | null {
  const mark = decimalMark(body)
  const [grouped = "", part = "", ...more] = mark === null ? [body] : body.split(mark)
  const whole = ungroup(grouped)
  if (whole === null || more.length > 0 || !/^[0-9]*$/.test(part)) return null
  return whole + part === "" ? null : { whole, part }
}

/** Of two kinds of marks the last is the decimal one; of one kind it is decimal when it can be no thousands mark. */
function decimalMark(body: string): string | null {
  if (body.includes("d")) return "d"
  const [comma, point] = [body.lastIndexOf(","), body.lastIndexOf(".")]
  if (comma >= 0 && point >= 0) return comma > point ? "," : "."
  const mark = comma >= 0 ? "," : point >= 0 ? "." : null
  if (mark === null || body.indexOf(mark) !== body.lastIndexOf(mark)) return null
  return /^[1-9][0-9]{0,2},[0-9]{3}$/.test(body) ? null : mark
}

/** Digits without their thousands marks; of one kind, in threes or, as in South Asia, in twos before the last three. */
function ungroup(whole: string): string | null {
  const kinds = new Set(whole.replace(/[0-9]/g, ""))
  if (kinds.size === 0) return whole
  if (kinds.size > 1) return null
  const groups = whole.replace(/[^0-9]/g, "|")
  const isGrouped =
    /^[0-9]{1,3}(\|[0-9]{3})+$/.test(groups) || /^[0-9]{1,2}(\|[0-9]{2})+\|[0-9]{3}$/.test(groups)
  return isGrouped ? groups.replaceAll("|", "") : null
}
