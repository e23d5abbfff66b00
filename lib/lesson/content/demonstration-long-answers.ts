/** What made-up students wrote about the word "fake", from careful to hasty, each with phrases of the sentences it cites. */
export const longAnswers: readonly { text: string; phrases: string[] }[] = [
  {
    text: "The strongest is the date. Nobody made Khan stay at the table once the war had begun, and everyone could see the pictures. It shows that he did not mind being used. It does not show that he wanted the war.\n\nThe weakest is the guess about his hurt pride. Mir says himself that he is guessing. So I would say the visit supports “fake”, but the reasons he gives for it are only his opinion.",
    phrases: ["first foreign leader to meet Putin", "Khan’s pride"],
  },
  {
    text: "Strongest: India abstained too, so Khan ended up in the same camp as the country he complains about. That is a fact you can check. Weakest: the no-confidence motion. It came at the same time, but coming at the same time is not a reason. I think “clumsy” would be a better word than “fake”.",
    phrases: ["diplomatic camp", "no-confidence motion"],
  },
  {
    text: "The tanks and Kashmir are the strongest, because Ukraine was a friend and you do not look away when a friend is attacked. But even that does not prove fake, it proves ungrateful. The weakest is the letter, because six of the countries were not even in the EU. So half fake.",
    phrases: ["$85 million contract", "six of the 22"],
  },
  {
    text: "I think it is fake because he says he is neutral but he went to Moscow and he was proud of it. The demonstration shows that he knew what Russia does in wars.",
    phrases: ["demonstration in Islamabad"],
  },
  {
    text: "The evidence is good. Mir knows Khan and was there. The weakest thing is that it is an opinion column.",
    phrases: [],
  },
  {
    text: "The major non-NATO ally argument is the strongest, you can’t be in the middle if you are someone’s ally. It shows Pakistan already had a side. It doesn’t show that it took the other one, though. The weakest is U-turn Khan, because a nickname is not evidence of anything. My conclusion is that “not neutral” is proved and “fake” is not, since fake means on purpose.",
    phrases: ["major non-NATO ally", "U-turn Khan"],
  },
]
