import { isUrdu } from "@/lib/reading/urdu"

/** Scripts that name a language well enough for a first guess. */
const byScript: [pattern: RegExp, language: string][] = [
  [/[\u3040-\u30ff]/g, "ja"],
  [/\p{Script=Hangul}/gu, "ko"],
  [/\p{Script=Han}/gu, "zh"],
  [/\p{Script=Devanagari}/gu, "hi"],
  [/\p{Script=Bengali}/gu, "bn"],
  [/\p{Script=Hebrew}/gu, "he"],
  [/\p{Script=Greek}/gu, "el"],
  [/\p{Script=Thai}/gu, "th"],
  [/\p{Script=Arabic}/gu, "ar"],
  [/\p{Script=Cyrillic}/gu, "ru"],
  [/\p{Script=Latin}/gu, "latin"],
]

const commonWords: Record<string, string> = {
  en: "the of and to in is that was it for with has his but not are this",
  es: "el la los las de que en y un una por con para del se no es",
  fr: "le la les des et est une dans que qui pour pas du au ce sur il",
  de: "der die das und ist nicht ein eine zu den von mit auf sich dem im",
  it: "il lo gli della che di è un una per non con del sono nel anche",
  pt: "o os as da do que em um uma não para com dos por mais se",
  nl: "de het een van en is dat niet op te zijn voor met aan ook",
  tr: "ve bir bu da de için ile olarak çok daha en ne gibi kadar",
  id: "yang dan di untuk dengan ini dari tidak dalam pada itu akan ke",
}

/** The BCP 47 language a text is most likely in, from its script and its commonest words; "en" when nothing tells. */
export function guessLanguage(text: string): string {
  const sample = text.slice(0, 20_000)
  const counts = byScript.map(([pattern, language]) => ({
    language,
    count: sample.match(pattern)?.length ?? 0,
  }))
  const first = counts.reduce((most, one) => (one.count > most.count ? one : most))
  if (first.count === 0) return "en"
  const kana = counts.find((one) => one.language === "ja")?.count ?? 0
  if (first.language === "zh" && kana * 10 > first.count) return "ja"
  if (first.language === "ar") return arabicScript(sample)
  if (first.language === "ru") return /[\u0456\u0457\u0454\u0491]/.test(sample) ? "uk" : "ru"
  return first.language === "latin" ? latinScript(sample) : first.language
}

/** Persian has four letters that Arabic lacks. */
function arabicScript(sample: string): string {
  if (isUrdu(sample)) return "ur"
  return /[\u067e\u0686\u0698\u06af]/.test(sample) ? "fa" : "ar"
}

function latinScript(sample: string): string {
  const tally = new Map<string, number>()
  for (const word of sample.toLowerCase().match(/\p{L}+/gu) ?? []) tally.set(word, (tally.get(word) ?? 0) + 1)
  const scores = Object.entries(commonWords).map(([language, list]) => {
    return { language, score: list.split(" ").reduce((sum, word) => sum + (tally.get(word) ?? 0), 0) }
  })
  return scores.reduce((best, one) => (one.score > best.score ? one : best), { language: "en", score: 0 })
    .language
}

/**
 * A page's own word on its language, weighed against its text: templates say "en" over any text, so what can be told from
 * the words wins, and the page is believed where its language is one that words cannot tell here.
 */
export function settleLanguage(text: string, declared: string | null): string {
  const guess = guessLanguage(text)
  const primary = declared?.trim().toLowerCase().split(/[-_]/)[0] ?? ""
  if (!/^[a-z]{2,3}$/.test(primary)) return guess
  const isKnown = primary in commonWords || byScript.some(([, language]) => language === primary)
  const isLatin = guess in commonWords
  return !isKnown && isLatin ? primary : guess
}

const rightToLeft = new Set(["ar", "ur", "fa", "he", "ps", "sd", "ug", "yi", "dv", "ckb"])

/** Whether a language is written from right to left. */
export const isRightToLeft = (language: string): boolean =>
  rightToLeft.has(language.toLowerCase().split("-")[0] ?? "")
