import type { LessonContent } from "./lesson-content"

/**
 * Written for this project. It reports what the column argues and quotes only short phrases of it.
 * Dates, vote counts and the paragraph marked as a note are the editors' and come from the public record:
 * General Assembly resolution ES-11/1 (2 March 2022; 141 to 5, 35 abstaining); the Third Committee's vote on Crimea
 * (18 November 2020); the members of the Security Council by year; the joint letter of heads of mission
 * (Dawn, 2 March 2022).
 */
export const fakeNeutralityBriefing: LessonContent["reading"] = {
  title: "Fake neutrality?",
  author: "the Colloquy editors",
  source: "A briefing on a column by Hamid Mir in the opinion pages of The Washington Post, March 2022",
  sourceUrl: "https://www.washingtonpost.com/people/hamid-mir/",
  publishedOn: "2026",
  language: "en",
  kind: "opinion",
  deck: "What Hamid Mir argued in 2022 about Imran Khan’s visit to Moscow, and the evidence he gave for it. An opinion, reported.",
  rightsNote:
    "Written by the Colloquy editors in their own words; free to use and change with the lesson. The column itself belongs to its author and publisher and is not reproduced here.",
  paragraphs: [
    "On 24 February 2022, the day Russian troops crossed into Ukraine, Pakistan’s prime minister, Imran Khan, was a guest in Moscow. That made him the first foreign leader to meet Putin once the attack had begun and, as the journalist Hamid Mir tells it, he spoke of this as an honour. Early in March, Mir objected in an opinion column. This briefing reports what the column argues. Dates and vote counts are the editors’ own, and so is one note, marked as such.",

    "Mir starts from a reputation. Khan reverses himself so often, he writes, that people call him “U-turn Khan”, and Khan appears to enjoy the name. This latest turn still shocked him, because he had known another Khan: a politician of the 1990s who spoke up loudly for human rights.",

    "He offers a memory as proof. Khan once held a demonstration in Islamabad against what the Russian army was doing in Chechnya. He gave a speech, the crowd chanted “death to Russia”, and Jemima Goldsmith, then his wife, came along with their two sons. That same day, Mir says, Khan rang him at his newspaper to suggest an editorial against Russia’s abuses, and the paper ran one.",

    "The memory stings because of who fought that war. It was Putin, as Russia’s prime minister, who started the second war in Chechnya in 1999. A rebel leader, Akhmad Kadyrov, changed sides, helped Moscow back into control and became the republic’s president through an election that Mir calls fraudulent. He was assassinated, and in time power passed to his son Ramzan, still in charge when Mir wrote. Washington blacklisted the son in 2020 over grave abuses; Khan, Mir complains, nevertheless made time in Moscow for a man known to some as the “butcher of Chechnya”.",

    "India’s silence about the invasion, by contrast, makes sense to Mir. Delhi’s friendship with Moscow is as old as the Soviet Union, Russia remains its biggest arms supplier, and Russian vetoes have more than once shielded it at the U.N. over Kashmir. Some Indians, he adds, even see Russia’s claim on Ukraine as a twin of their own claim on Kashmir.",

    "Pakistan, he argues, has reason to think differently: Ukraine has been its friend. He credits Kyiv with opposing Delhi at the U.N. in 2019, after India had ended the self-rule of Jammu and Kashmir. A year later, he notes, India voted against a resolution of Ukraine’s about human rights in Crimea. There were weapons too: in 2021 Ukraine won an $85 million contract to refit the T-80UD tanks that Pakistan had bought from it in the 1990s.",

    "And yet, on 2 March 2022, when the General Assembly deplored the invasion by 141 votes to 5, Pakistan was one of 35 countries to abstain. When a letter from 23 E.U. countries, as Mir counts them, urged Pakistan to condemn Russia, Khan hit back: why had they never said such things about India and Kashmir? Mir sees a bitter joke in it. India abstained too, so a policy sold as defiance has put Khan in the same diplomatic camp as the rival he complains of.",

    "An editors’ note: on three details the public record differs from the column. Ukraine had no seat on the Security Council in 2019, although the column places its opposition there; its last term had ended in 2017. The 2020 vote on Crimea was taken in a committee of the General Assembly, not in the Council, and India did vote no. The letter, dated 1 March 2022, came from the envoys of 22 countries and of the E.U. itself, and six of the 22, among them Japan and Canada, do not belong to the Union. Whether these slips weaken the argument or only its footnotes is for you to judge.",

    "What, Mir asks, does Pakistan get out of it? He cites observers who think trade with Europe and the United States matters far more than anything Russia buys or sells. His own suspicion is that the motive lies at home: with a no-confidence motion coming at him in parliament, Khan may be using anger at the West to stay in office.",

    "The government gives another name to the policy. It is “balanced and sovereign foreign policy”, officials say, and it takes no side in other people’s wars. Mir has two replies. Pakistan holds the rank of major non-NATO ally of the United States, which is hard to square with standing in the middle. And no idea of balance, in his view, can excuse a government for looking away when international law appears to have been broken. His own name for the policy is “fake neutrality”.",

    "He expects it to be costly. Relations with Washington will get worse, Pakistan’s name in the world will not recover, and a rare chance to isolate India from the West is gone. By leaving Kyiv in the lurch, he says, Khan has done a favour to the government that made Ukraine pay for taking Pakistan’s part. Perhaps, Mir guesses, Khan’s pride was hurt because President Biden paid him so little attention; that, to him, is no reason to harm one’s own country.",

    "On 10 April 2022 parliament voted Khan out. The column lets his government speak in a single phrase. What its defenders could say at more length, this lesson leaves to you.",
  ],
}
