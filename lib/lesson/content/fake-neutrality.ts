import { fakeNeutralityBackground } from "./fake-neutrality-background"
import { fakeNeutralityBriefing } from "./fake-neutrality-briefing"
import { fakeNeutralityGlossary } from "./fake-neutrality-glossary"
import { fakeNeutralityItems } from "./fake-neutrality-items"
import { fakeNeutralityPackets } from "./fake-neutrality-packets"
import type { LessonContent } from "./lesson-content"

/** The lesson every installation starts with. */
export const fakeNeutrality: LessonContent = {
  slug: "fake-neutrality",
  title: "Fake neutrality?",
  reading: fakeNeutralityBriefing,
  stanceStatement: "Pakistan’s policy was neutral in practice",
  packets: fakeNeutralityPackets,
  prompts: [
    "Mir calls Pakistan’s policy “fake neutrality”. Is that a fair name for it? Cite the sentence that decides it for you.",
    "Can a state be neutral in someone else’s war? Say what it would have to do, and what it would have to leave undone.",
    "May trade outweigh principle when a government decides what to say about a war? Where would you draw the line?",
    {
      text: "What would the prime minister’s defenders answer? Give their best case, so that they would say you had understood them.",
      hasSides: false,
    },
  ],
  glossary: fakeNeutralityGlossary,
  background: fakeNeutralityBackground,
  items: fakeNeutralityItems,
}
