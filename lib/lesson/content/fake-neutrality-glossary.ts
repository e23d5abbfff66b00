import type { LessonContent } from "./lesson-content"

export const fakeNeutralityGlossary: LessonContent["glossary"] = [
  {
    term: "abstain",
    forms: ["abstain", "abstained", "abstaining", "abstention", "abstentions"],
    partOfSpeech: "verb",
    definition: "To be present at a vote and vote neither for nor against.",
  },
  {
    term: "General Assembly",
    forms: ["General Assembly", "United Nations General Assembly", "UNGA"],
    partOfSpeech: "noun",
    definition:
      "The body of the United Nations in which every member state has one vote. Its resolutions carry weight but, as a rule, bind nobody.",
  },
  {
    term: "Security Council",
    forms: ["Security Council", "U.N. Security Council"],
    partOfSpeech: "noun",
    definition:
      "The body of the United Nations responsible for peace: fifteen members, ten of them elected for two years. Its decisions bind all members.",
  },
  {
    term: "veto",
    forms: ["veto", "vetoes", "vetoed", "vetoing"],
    partOfSpeech: "noun",
    definition:
      "The power to stop a decision alone. In the Security Council, China, France, Russia, the United Kingdom and the United States have it.",
  },
  {
    term: "resolution",
    forms: ["resolution", "resolutions"],
    partOfSpeech: "noun",
    definition: "A decision or statement that an assembly has voted on.",
  },
  {
    term: "Kashmir",
    forms: ["Kashmir", "Jammu and Kashmir"],
    partOfSpeech: "place",
    definition:
      "A Himalayan region claimed by India and Pakistan since 1947; each holds a part. In August 2019 India ended the special status of the part it holds, Jammu and Kashmir.",
  },
  {
    term: "Chechnya",
    forms: ["Chechnya", "Chechen"],
    partOfSpeech: "place",
    definition:
      "A republic of Russia in the North Caucasus. Russia fought two wars against its independence, in 1994 to 1996 and from 1999.",
  },
  {
    term: "Crimea",
    forms: ["Crimea"],
    partOfSpeech: "place",
    definition:
      "A peninsula in the Black Sea, part of Ukraine under international law. Russia seized it in 2014 and has held it since.",
  },
  {
    term: "no-confidence motion",
    forms: ["no-confidence motion", "no-confidence move", "no-confidence"],
    partOfSpeech: "noun",
    definition: "A vote in parliament on whether the government still has a majority. If it loses, it falls.",
  },
  {
    term: "major non-NATO ally",
    forms: ["major non-NATO ally", "non-NATO ally"],
    partOfSpeech: "noun",
    definition:
      "A rank the United States gives to some partners outside NATO. It eases trade in arms and promises no defence. Pakistan received it in 2004.",
  },
  {
    term: "neutrality",
    forms: ["neutrality", "neutral"],
    partOfSpeech: "noun",
    definition: "Taking no side in a war, and not helping either side to fight it.",
  },
  {
    term: "sovereign",
    forms: ["sovereign", "sovereignty"],
    partOfSpeech: "adjective",
    definition: "Able to decide its own affairs, without another state’s orders.",
  },
  {
    term: "international law",
    forms: ["international law"],
    partOfSpeech: "noun",
    definition:
      "Rules that states have accepted for dealing with one another, such as the Charter of the United Nations, which forbids attacking another state.",
  },
  {
    term: "editorial",
    forms: ["editorial", "editorials"],
    partOfSpeech: "noun",
    definition: "An article that gives the opinion of the newspaper itself, usually without a writer’s name.",
  },
  {
    term: "envoy",
    forms: ["envoy", "envoys"],
    partOfSpeech: "noun",
    definition: "A person who represents a country abroad, such as an ambassador.",
  },
  {
    term: "blacklist",
    forms: ["blacklist", "blacklisted"],
    partOfSpeech: "verb",
    definition: "To put somebody on a list of people one will not deal with.",
  },
]
