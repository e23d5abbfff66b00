import type { LessonContent } from "./lesson-content"

/**
 * From the public record, and only what a reader needs to follow the argument: none of it is the column's. Each stands
 * beside the sentence that its quote is found in.
 */
export const fakeNeutralityBackground: NonNullable<LessonContent["background"]> = [
  {
    quotes: ["first foreign leader to meet Putin"],
    body: "The visit, on 23 and 24 February 2022, had been arranged before the attack. The two governments had spoken for years of a gas pipeline that Russian companies would help to build in Pakistan.",
    writtenOn: "2026-11-20",
  },
  {
    quotes: ["Washington blacklisted the son in 2020"],
    body: "Ramzan Kadyrov has headed Chechnya, a republic within Russia, since 2007. His father Akhmad became its president in 2003 and was killed by a bomb on 9 May 2004.",
    writtenOn: "2026-11-20",
  },
  {
    quotes: ["ended the self-rule of Jammu and Kashmir"],
    body: "On 5 August 2019 India ended the special status that its constitution had given the part of Kashmir it governs, and divided it into two territories under the central government. Pakistan, which governs another part and claims the whole, protested at the United Nations.",
    writtenOn: "2026-11-20",
  },
  {
    quotes: ["by 141 votes to 5"],
    body: "Resolutions of the General Assembly cannot be vetoed, but they bind nobody: they say what most states think. Five states voted against this one: Belarus, Eritrea, North Korea, Russia and Syria.",
    writtenOn: "2026-11-20",
  },
  {
    quotes: ["major non-NATO ally"],
    body: "The United States gave Pakistan this rank in 2004. It eases the purchase of arms and says nothing about how a country has to vote.",
    writtenOn: "2026-11-20",
  },
]
