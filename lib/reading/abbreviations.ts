const words = (list: string): ReadonlySet<string> => new Set(list.split(" "))

/** Never end a sentence: a name or a thing follows. Lower case, without the last dot. */
const leading = words(
  "mr mrs ms mx messrs dr prof gen col lt maj capt cmdr sgt cpl adm sen rep gov pres rev fr hon st mt ft vs cf viz " +
    "e.g i.e al ca approx dept est " +
    "sra dra srta ud uds mme mlle mgr hr frau bzw z.b d.h u.a sog evtl inkl",
)

/** End no sentence when a number follows: "No. 5", "Sept. 11", "p. 12". */
const beforeNumber = words(
  "no nos nr p pp vol fig art sec ch par para ed núm pág " +
    "jan feb mar apr jun jul aug sep sept oct nov dec",
)

/** May end a sentence or not: "at Acme Inc. The …", "the Acme Inc. Building". Sentence starters decide. */
const either = words("inc ltd co corp bros jr sr ph.d")

/** Words that open a sentence far more often than they follow an abbreviation inside one. */
const starters = words(
  "a after all although an and another are as at because before both but by did do does each even every few finally " +
    "first for from he her here his how however i if in indeed instead is it its last later many maybe meanwhile " +
    "moreover most my neither nevertheless no none nor not now of on once one only or other others our perhaps she " +
    "since so some soon still such that the their then there these they this those though thus to today under until " +
    "was we were what when where whether which while who whose why with without yesterday yet you your " +
    "el la los las un una pero y en le les il elle mais et der die das ein eine aber und",
)

/** "U.S", "e.g", "EE.UU", "Ph.D": letters with dots between them, the last dot taken away. */
const initialism = /^\p{L}{1,2}(?:\.\p{L}{1,2})+$/u
const initial = /^\p{Lu}$/u
const smallNumber = /^\d{1,3}$/

/**
 * Whether the dot after `token` (the dot left out) ends a sentence that `next` would begin.
 * `opensSentence` says that nothing stands before the token: "1." and "a." then number a list.
 */
export function dotEndsSentence(
  token: string,
  next: string,
  context: { opensSentence: boolean; language: string },
): boolean {
  const word = token.toLowerCase()
  if (leading.has(word)) return false
  if (beforeNumber.has(word)) return !/^\p{N}/u.test(next)
  if (context.opensSentence && (smallNumber.test(token) || /^\p{L}$/u.test(token))) return false
  if (context.language.startsWith("de") && smallNumber.test(token)) return false
  const isUnsure = either.has(word) || initialism.test(token) || initial.test(token)
  return !isUnsure || word === "a.m" || word === "p.m" || starters.has(firstWord(next))
}

function firstWord(text: string): string {
  return (/\p{L}+/u.exec(text.slice(0, 24))?.[0] ?? "").toLowerCase()
}
