import { fakeNeutralityFurtherItems } from "./fake-neutrality-further-items"
import type { LessonItemContent } from "./item-content"

/**
 * Evidence is a choice of short phrases that stand in the briefing and in the column alike. Only the item on the
 * editors' note has evidence in the briefing alone, and says so by not attaching elsewhere.
 */
export const fakeNeutralityItems: LessonItemContent[] = [
  {
    slug: "first-to-meet",
    type: "single",
    level: "author_says",
    title: "Why the timing matters",
    prompt: "What makes the timing of Khan’s visit so striking in Mir’s account?",
    skills: ["RI.1"],
    points: 1,
    options: [
      {
        text: "No Pakistani prime minister had ever been to Moscow before.",
        feedback:
          "The text says nothing about earlier visits. Look for the word “first” and see what it belongs to.",
      },
      {
        text: "Khan met Putin before any other foreign leader had done so after the attack.",
        right: true,
        feedback:
          "Yes. The visit fell on the start of the war, and Khan was the first to shake Putin’s hand.",
      },
      {
        text: "Khan went to Moscow hoping to talk Putin out of an attack that was about to begin.",
        feedback: "A generous guess, but neither Mir nor the editors report such a purpose.",
      },
      {
        text: "The visit came just after the vote in the General Assembly.",
        feedback: "The other way round: the vote came after the visit.",
      },
    ],
    explanation:
      "Being first is what turns an ordinary state visit into a statement. Mir’s whole case about neutrality begins with it.",
    evidence: ["first foreign leader to meet Putin"],
  },
  {
    slug: "u-turn",
    type: "single",
    level: "author_says",
    title: "“U-turn Khan”",
    prompt: "What does the nickname “U-turn Khan” do for Mir’s argument?",
    skills: ["RI.4", "RI.6"],
    points: 1,
    options: [
      {
        text: "It praises Khan as a politician who can admit that he made a mistake.",
        feedback: "Khan may hear it that way. Ask whether Mir does.",
      },
      {
        text: "It shows that Khan has always been on Russia’s side.",
        feedback: "Mir says the opposite: Khan once led a protest against Russia.",
      },
      {
        text: "It presents the visit as the latest in a row of reversals.",
        right: true,
        feedback: "Yes. The name prepares the reader to see one more turn, and a worse one.",
      },
      {
        text: "It reports what Russian newspapers called him.",
        feedback: "The text does not say that. The name is one that people have given him at home.",
      },
    ],
    explanation:
      "A nickname is not evidence. It sets a frame: whatever comes next will look like another change of mind.",
    evidence: ["U-turn Khan"],
  },
  {
    slug: "chechnya-memory",
    type: "evidence-pair",
    level: "author_says",
    title: "The Chechnya memory",
    prompt: "What is Mir’s memory of Khan and Chechnya meant to show?",
    evidencePrompt: "Which sentence gives a fact of that memory?",
    skills: ["RI.1", "RI.8"],
    points: 2,
    options: [
      {
        text: "Khan once condemned in public what he now passes over in silence.",
        right: true,
        feedback: "Yes. The then and the now are set side by side.",
      },
      {
        text: "Khan has known Putin personally since the 1990s.",
        feedback: "The memory is about a protest against Russia, not about a meeting with Putin.",
      },
      {
        text: "Pakistan’s newspapers used to be freer to criticise Russia than they are now.",
        feedback: "A newspaper plays a part in the story, but its freedom is not the point.",
      },
      {
        text: "The war in Chechnya was worse than the war in Ukraine.",
        feedback: "Mir does not compare the two wars. He compares two Khans.",
      },
    ],
    explanation:
      "The demonstration and the editorial are things Khan did. They make the charge of inconsistency more than name-calling.",
    evidence: ["demonstration in Islamabad", "an editorial against"],
  },
  {
    slug: "india-silence",
    type: "evidence-pair",
    level: "author_says",
    title: "India’s silence",
    prompt: "Why does Mir find India’s silence easier to understand than Pakistan’s?",
    evidencePrompt: "Which sentence gives his reasons?",
    skills: ["RI.1", "RI.8"],
    points: 2,
    options: [
      {
        text: "India is too far away for the war to matter to it.",
        feedback: "Distance is never mentioned. Look for what India gets from Russia.",
      },
      {
        text: "India depends on Russia for arms and for support over Kashmir.",
        right: true,
        feedback: "Yes. India has something to lose by speaking; Pakistan, in Mir’s eyes, has not.",
      },
      {
        text: "India had already condemned Russia in 2020 and had nothing left to add.",
        feedback: "In 2020 India voted on Russia’s side.",
      },
      {
        text: "Indians know too little about the war to have a view.",
        feedback: "The text says that many Indians do have a view.",
      },
    ],
    explanation:
      "Understanding is not approving. Mir explains India’s interest in order to ask what Pakistan’s could possibly be.",
    evidence: ["biggest arms supplier"],
  },
  {
    slug: "ukraine-partner",
    type: "evidence-pair",
    level: "author_says",
    title: "The tank contract",
    prompt: "What are the stand on Kashmir and the tank contract meant to show about Ukraine?",
    evidencePrompt: "Which sentence supports your answer?",
    skills: ["RI.1", "RI.8"],
    points: 2,
    options: [
      {
        text: "Ukraine needed Pakistan’s money to defend itself.",
        feedback:
          "The contract brought in money, but the text does not say that Ukraine needed it for the war.",
      },
      {
        text: "Ukraine’s weapons were better than Russia’s.",
        feedback: "Nobody compares the weapons. Ask what the contract says about the two countries.",
      },
      {
        text: "Ukraine had been playing India and Pakistan off against each other.",
        feedback: "Both facts point the same way: towards Pakistan.",
      },
      {
        text: "Ukraine had been Pakistan’s partner, not a stranger to it.",
        right: true,
        feedback: "Yes. Silence towards a friend weighs more than silence towards a stranger.",
      },
    ],
    explanation:
      "The votes and the tanks do one job: they make Pakistan’s abstention look like letting a partner down.",
    evidence: ["$85 million contract", "Jammu and Kashmir"],
  },
  {
    slug: "abstentions",
    type: "numeric",
    level: "author_says",
    title: "How many abstained",
    prompt: "How many countries abstained in the General Assembly’s vote on the invasion?",
    skills: ["RI.1"],
    points: 1,
    answers: ["35"],
    feedback: {
      right: "Yes: 35, Pakistan and India among them.",
      wrong:
        "Look at the paragraph about the General Assembly. Mind that another number nearby counts something else.",
    },
    explanation:
      "Thirty-five states abstained, so Pakistan was not alone. Whether that makes an abstention neutral is another question.",
    evidence: ["35 countries"],
  },
  {
    slug: "eu-letter",
    type: "evidence-pair",
    level: "author_says",
    title: "The answer to the letter",
    prompt: "How did Khan answer the letter that asked Pakistan to condemn Russia?",
    evidencePrompt: "Which sentence reports his answer?",
    skills: ["RI.1", "RI.8"],
    points: 2,
    options: [
      {
        text: "He denied that Russia had invaded Ukraine.",
        feedback: "He does not deny it anywhere in the text.",
      },
      {
        text: "He promised to condemn Russia as soon as trade with Europe had grown.",
        feedback: "Trade comes up later, in Mir’s argument, not in Khan’s answer.",
      },
      {
        text: "He asked why its senders had never criticised India over Kashmir.",
        right: true,
        feedback: "Yes. He answered a charge with a counter-charge.",
      },
      {
        text: "He said that parliament would have to decide.",
        feedback: "Parliament matters elsewhere in the text. The answer to the letter was about India.",
      },
    ],
    explanation:
      "A counter-charge may be fair and still leave the first charge unanswered. Keep the two questions apart.",
    evidence: ["23 E.U. countries"],
  },
  {
    slug: "same-camp",
    type: "single",
    level: "evidence_holds",
    title: "The same camp as India",
    prompt:
      "Mir says that abstaining has put Khan in India’s camp. Taken alone, what does it prove that both countries abstained?",
    skills: ["RI.8"],
    points: 1,
    options: [
      {
        text: "That Pakistan and India had agreed with each other beforehand on how to vote.",
        feedback: "The same vote needs no agreement. The text reports none.",
      },
      {
        text: "That both approved of the invasion, though neither said so aloud.",
        feedback: "An abstention is not a vote for either side. That is what the quarrel is about.",
      },
      {
        text: "That Khan’s policy serves India’s interests more than Pakistan’s own.",
        feedback:
          "This is what Mir concludes, and he may be right, but the vote alone does not prove it. He needs his other reasons.",
      },
      {
        text: "That both chose not to take a side in this vote, and no more than that.",
        right: true,
        feedback: "Yes. Why each of them did so has to be shown by something else.",
      },
    ],
    explanation:
      "Two people who leave a room together may have different reasons for going. The word “camp” suggests a shared purpose that a shared vote cannot prove.",
    evidence: ["diplomatic camp"],
  },
  {
    slug: "editors-note",
    type: "single",
    level: "evidence_holds",
    title: "What the note changes",
    prompt:
      "What does the editors’ note change about Mir’s claim that Ukraine opposed India at the U.N. in 2019?",
    skills: ["RI.8"],
    points: 1,
    options: [
      {
        text: "It shows that Ukraine took India’s side elsewhere than in the Security Council.",
        feedback: "The note says where Ukraine was not; it does not say that Ukraine changed sides.",
      },
      {
        text: "It shows that Ukraine cannot have voted on it in the Security Council that year.",
        right: true,
        feedback: "Yes. What else Ukraine said or did at the U.N. would have to be looked up.",
      },
      {
        text: "It shows that Kashmir was never discussed at the U.N. in that year or any other.",
        feedback: "The note is about who sat in the Council, not about what was discussed.",
      },
      {
        text: "Nothing, because the note is only an opinion.",
        feedback: "Who sat in the Council in a given year is a matter of record.",
      },
    ],
    explanation:
      "A correction should take away exactly as much as it disproves. The friendship Mir describes also rests on the tanks, which the note leaves alone.",
    evidence: ["no seat on the Security Council in 2019"],
  },
  {
    slug: "trade-test",
    type: "single",
    level: "evidence_holds",
    title: "Testing the claim about trade",
    prompt: "Which of these would be the best test of the observers’ claim about trade?",
    skills: ["RI.8"],
    points: 1,
    options: [
      {
        text: "A poll of what Pakistanis think about Europe",
        feedback: "A poll tells what people feel. The claim is about what is bought and sold.",
      },
      {
        text: "Figures of Pakistan’s exports and imports by partner for several years",
        right: true,
        feedback: "Yes. The claim compares two amounts, so look at the amounts, and at more than one year.",
      },
      {
        text: "A speech by the prime minister about what gas from Russia would be worth to Pakistan",
        feedback: "A speech tells what a government hopes for, not what the trade is worth.",
      },
      {
        text: "The number of agreements signed in Moscow",
        feedback: "Ten small agreements can be worth less than one large one.",
      },
    ],
    explanation:
      "Mir passes on what “observers” say and gives no figures. The claim is easy to check, which is a good reason to check it.",
    evidence: ["Europe and the United States"],
  },
  {
    slug: "motive-at-home",
    type: "evidence-pair",
    level: "author_says",
    title: "A motive at home",
    prompt: "Which motive does Mir suspect behind Khan’s embrace of Moscow?",
    evidencePrompt: "Which sentence states the suspicion?",
    skills: ["RI.1", "RI.6"],
    points: 2,
    options: [
      {
        text: "Hope for cheaper weapons than Ukraine could sell",
        feedback: "Weapons tie Pakistan to Ukraine in this text, not to Russia.",
      },
      {
        text: "Pressure from China to support Russia",
        feedback: "China is not mentioned.",
      },
      {
        text: "Use of anger at the West to survive a vote against him",
        right: true,
        feedback: "Yes. Notice that Mir puts it as a possibility, not as a fact.",
      },
      {
        text: "A wish to make up with the Kadyrov family",
        feedback: "The meeting with Kadyrov shocks Mir, but he does not call it the motive.",
      },
    ],
    explanation:
      "A suspected motive is not a refutation: a policy can be right and still be useful to the one who makes it.",
    evidence: ["no-confidence"],
  },
  {
    slug: "ally-rank",
    type: "short",
    level: "author_says",
    title: "The rank Pakistan holds",
    prompt:
      "Which rank, given by the United States, does Mir find hard to square with neutrality? Use the words of the text.",
    skills: ["RI.1", "RI.4"],
    points: 1,
    answers: [
      "major non-NATO ally",
      "non-NATO ally",
      "a major non-NATO ally",
      "major non NATO ally",
      "non NATO ally",
    ],
    feedback: {
      right: "Yes. It makes Pakistan a partner of the United States without making it a member of NATO.",
      wrong: "Look where Mir answers the government. The rank has the name of an alliance in it.",
    },
    explanation:
      "The rank brings advantages in arms and training. It carries no promise to fight, on either side.",
    evidence: ["major non-NATO ally"],
  },
  {
    slug: "fake",
    type: "single",
    level: "author_says",
    title: "Why “fake”",
    prompt: "What does Mir mean by calling the neutrality “fake”?",
    skills: ["RI.4", "RI.6"],
    points: 1,
    options: [
      {
        text: "Pakistan says it takes no side, but what it does helps one side.",
        right: true,
        feedback: "Yes. The word sets what is said against what is done.",
      },
      {
        text: "Pakistan secretly sent soldiers to fight for Russia.",
        feedback: "Nothing of the kind is said. “Fake” is about a claim, not about a secret army.",
      },
      {
        text: "Neutrality is impossible for any country in any war.",
        feedback: "That would be a larger claim. Mir speaks about this policy.",
      },
      {
        text: "The government never used the word “neutral” itself.",
        feedback: "The government said “balanced”. Mir’s point is what lies behind the word.",
      },
    ],
    explanation:
      "“Fake” is a judgement. The facts it rests on are the visit, the abstention and the answer to the letter.",
    evidence: ["fake neutrality"],
  },
  ...fakeNeutralityFurtherItems,
]
