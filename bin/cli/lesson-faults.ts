import type { NamedItem, ToldFault } from "@/lib/lesson/exchange/lesson-plan"
import { sentenceOf } from "./sentences"

/** Where and why, as one says it: "question 4, option B", "It is longer than 500 characters." */
export const toldFault = ({ place, reason, params }: ToldFault) => ({
  where: place
    // A name that is a field here and one of a list there says by its number which it is.
    .map(({ word, params: said }) =>
      sentenceOf(`lesson.exchange.places.${word}`, { number: "none", ...said }),
    )
    .join(", "),
  reason: sentenceOf(reason, params),
})

export const itemName = ({ number, words }: NamedItem): string =>
  number === null ? words : `${number}. ${words}`
