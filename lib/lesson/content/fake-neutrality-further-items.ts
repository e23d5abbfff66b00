import type { LessonItemContent } from "./item-content"

/** What asks for more than one choice: several answers, rows, an order, gaps, a sentence, a paragraph, and a view. */
export const fakeNeutralityFurtherItems: LessonItemContent[] = [
  {
    slug: "khan-of-the-nineties",
    type: "multiple",
    level: "author_says",
    title: "The Khan of the 1990s",
    prompt:
      "What, by Mir’s account, did Khan do about the war in Chechnya? Choose everything that the text tells.",
    hint: "All of it stands in one paragraph.",
    skills: ["RI.1"],
    points: 2,
    options: [
      {
        text: "He held a demonstration in Islamabad.",
        right: true,
        feedback: "Yes, against what the Russian army did.",
      },
      { text: "He gave a speech.", right: true, feedback: "Yes, at that demonstration." },
      {
        text: "He suggested an editorial to Mir’s newspaper.",
        right: true,
        feedback: "Yes, by telephone and on the same day.",
      },
      {
        text: "He wrote to the U.N. Security Council.",
        feedback: "The Council appears in the text, but not here and not because of Khan.",
      },
      {
        text: "He met Akhmad Kadyrov.",
        feedback: "It is the son, Ramzan, for whom Khan made time, and decades later.",
      },
    ],
    explanation:
      "Three acts on one day, one of which Mir saw from his own desk. They are his proof that the Khan of today has turned round.",
    evidence: ["demonstration in Islamabad"],
  },
  {
    slug: "voted-for",
    type: "true-false",
    level: "author_says",
    title: "Pakistan’s vote",
    prompt: "In the General Assembly on 2 March 2022, Pakistan voted on Russia’s side.",
    skills: ["RI.1"],
    points: 1,
    options: [
      {
        text: "True",
        feedback: "It did not vote with Russia. Look for the number 35, and what it counts.",
      },
      { text: "False", right: true, feedback: "Right: it abstained, which is neither for nor against." },
    ],
    explanation:
      "Mir’s argument is not that Pakistan voted for Russia. It is that to abstain, after such a visit, comes to the same.",
    evidence: ["35 countries"],
  },
  {
    slug: "bitter-joke",
    type: "evidence",
    level: "author_says",
    title: "The bitter joke",
    prompt: "Find the sentence that says why Khan’s defiance, in Mir’s eyes, turns against himself.",
    hint: "It has to do with India.",
    skills: ["RI.1", "RI.6"],
    points: 1,
    choose: 1,
    feedback: {
      right: "Yes. A policy that was to defy the West has put Khan beside his rival.",
      wrong: "That sentence says what happened. Look for the one that says where it has left Khan.",
    },
    explanation:
      "India abstained too: whoever wanted to stand alone stands next to the neighbour he complains of.",
    evidence: ["diplomatic camp"],
  },
  {
    slug: "who-is-who",
    type: "matching",
    level: "author_says",
    title: "Who is who",
    prompt: "Match each person with what the text says of them. One description fits nobody.",
    skills: ["RI.1"],
    points: 2,
    rows: [
      { text: "Akhmad Kadyrov", match: "changed sides and helped Moscow back into control of Chechnya" },
      { text: "Ramzan Kadyrov", match: "was blacklisted by the United States in 2020" },
      { text: "Jemima Goldsmith", match: "came to the demonstration with two sons" },
      { text: "Vladimir Putin", match: "began the second war in Chechnya" },
    ],
    others: ["wrote the editorial against Russia"],
    feedback: {
      right: "All four are where they belong.",
      wrong:
        "Father and son are easily mistaken for each other. Read the paragraph about Chechnya once more.",
    },
    explanation:
      "The two Kadyrovs carry this part of the argument: the father shows how Moscow won, the son whom Khan went to see.",
    evidence: ["Akhmad Kadyrov"],
  },
  {
    slug: "whose-claim",
    type: "classification",
    level: "author_says",
    title: "Whose claim is it?",
    prompt: "Who stands behind each of these sentences? Put each where the text puts it.",
    hint: "Look for who speaks: “Mir says”, “officials say”, “he cites”, or nobody at all.",
    skills: ["RI.6", "RI.8"],
    points: 3,
    categories: ["Mir’s own claim", "Others’ claim, reported", "Told as a fact"],
    statements: [
      { text: "The policy is “fake neutrality”.", category: "Mir’s own claim" },
      { text: "Pakistan was one of 35 countries to abstain.", category: "Told as a fact" },
      {
        text: "The policy takes no side in other people’s wars.",
        category: "Others’ claim, reported",
      },
      {
        text: "Khan may be using anger at the West to stay in office.",
        category: "Mir’s own claim",
      },
      {
        text: "Trade with the West matters far more than anything Russia buys or sells.",
        category: "Others’ claim, reported",
      },
      { text: "In 2021 Ukraine won a contract to refit Pakistan’s tanks.", category: "Told as a fact" },
    ],
    feedback: {
      right: "All six stand behind the right speaker.",
      wrong:
        "Find each sentence in the text and read what stands before it. A claim that is reported is not yet the reporter’s own.",
    },
    explanation:
      "An opinion lives on three kinds of sentences: what its author claims, what others claim, and what nobody disputes. Only the last can be taken over as it stands.",
    evidence: ["fake neutrality", "Europe and the United States", "$85 million contract", "35 countries"],
  },
  {
    slug: "what-came-first",
    type: "ordering",
    level: "author_says",
    title: "What came first",
    prompt: "Put these events into the order in which they happened, the earliest first.",
    hint: "The text does not tell them in this order: look for the years.",
    skills: ["RI.1"],
    points: 2,
    steps: [
      "Moscow’s second war in Chechnya begins.",
      "India ends the self-rule of Jammu and Kashmir.",
      "India votes against the resolution on Crimea.",
      "Ukraine is given the contract for Pakistan’s tanks.",
      "Russian troops cross into Ukraine, with Khan in Moscow.",
      "Pakistan abstains in the General Assembly.",
    ],
    feedback: {
      right: "That is the order.",
      wrong:
        "Some of these are told with their year, others with “a year later”. Write the years beside them.",
    },
    explanation:
      "The order matters to the argument: what Ukraine did for Pakistan came before the visit, so Khan knew what he was leaving behind.",
    evidence: ["Jammu and Kashmir"],
  },
  {
    slug: "words-of-the-text",
    type: "gap",
    level: "author_says",
    title: "The right words",
    prompt: "Fill the gaps with the words that the text uses for it.",
    skills: ["RI.4"],
    points: 2,
    markup:
      "When the Assembly voted, 35 countries, Pakistan among them, [[abstained|abstain|had abstained]]. In the Security Council Russia has shielded India with its [[*veto|resolution|editorial]]. In the eyes of the United States, Pakistan holds the rank of a [[*major non-NATO ally|founding member of NATO|neutral observer]].",
    feedback: {
      right: "Three terms, each in its place.",
      wrong: "The words of this text stand below it, each with what it means.",
    },
    explanation:
      "Each of these three is a way of taking part without fighting, which is what the argument is about.",
    evidence: ["major non-NATO ally"],
  },
  {
    slug: "does-it-hold",
    type: "long",
    level: "evidence_holds",
    title: "Does “fake” hold?",
    prompt:
      "Does the evidence support the word “fake”? Take the piece of Mir’s evidence that you find strongest and the one that you find weakest, cite both, and say what each of them shows and does not show.",
    skills: ["RI.8"],
    points: 6,
    maxLength: 2500,
    cite: 3,
    rubric: [
      {
        title: "Evidence: two pieces, cited and told correctly",
        levels: [
          { text: "No piece of evidence, or one that the text does not have", points: 0 },
          { text: "One piece told correctly, or two that are not cited", points: 1 },
          { text: "Two pieces, cited and told correctly", points: 2 },
        ],
      },
      {
        title: "Reasoning: what each piece shows and does not show",
        levels: [
          { text: "Says only whether it is convincing", points: 0 },
          { text: "Says of one piece what follows from it and what does not", points: 1 },
          { text: "Says of both what follows and what does not", points: 2 },
        ],
      },
      {
        title: "Judgement: a conclusion that fits the two",
        levels: [
          { text: "No conclusion about the word “fake”", points: 0 },
          { text: "A conclusion that leaves one of the two pieces out", points: 1 },
          { text: "A conclusion that weighs both", points: 2 },
        ],
      },
    ],
    explanation:
      "There is no one right answer. A strong one keeps apart what Mir shows, such as whom Khan met and when, and what he supposes, such as why.",
    evidence: ["fake neutrality"],
  },
  {
    slug: "weightiest",
    type: "poll",
    level: "my_view",
    title: "My view",
    prompt: "Which of Mir’s reasons weighs most with you? There is no right answer here, and no points.",
    skills: ["RI.8"],
    points: 1,
    options: [
      { text: "Khan’s change of mind since Chechnya" },
      { text: "What Ukraine had done for Pakistan" },
      { text: "What Pakistan stands to lose with Europe and America" },
      { text: "International law" },
      { text: "None of them weighs much" },
    ],
    evidence: [],
  },
]
