import type { LessonContent } from "./lesson-content"

/**
 * Written for this project, each as its side would put it. Facts are of the public record: General Assembly resolution
 * ES-11/1 (2 March 2022) and its list of abstentions; Pakistan's statement in that debate, which called for diplomacy; the
 * evacuation of Pakistani students from Ukraine in the same weeks.
 */
export const fakeNeutralityPackets: NonNullable<LessonContent["packets"]> = {
  for: [
    "Neutrality is a matter of what a state does, not of whom its critics would like it to scold. Pakistan sent no weapon to either army, joined no sanctions, opened no base and recognised no annexation. In the General Assembly it neither voted for Russia nor against Ukraine: it abstained, as 34 other governments did, among them India, China and South Africa. A position that nearly a fifth of the world’s states took on the same day is hardly a disguise for Moscow’s.",

    "The visit proves less than it seems to. It had been arranged for weeks, and it was about gas and trade. When the attack began, Khan was already in the city, and leaving a host’s capital in anger is itself an act that takes a side. In the weeks that followed, Pakistan called for talks and for the law of nations to be kept, and had thousands of students in Ukraine to bring home, which needed both governments to answer the telephone.",

    "A poor country at the edge of other people’s quarrels has paid before for joining them. Twice in two generations Pakistan stood in the front line of a war in Afghanistan on the American side; the refugees, the guns and the bombs stayed when the allies had left. To say “not this time” is not cowardice. It is what the word neutral was made for.",

    "And consistency cuts both ways. Governments that asked Pakistan for a vote had found no words of that kind about Kashmir. If silence about a neighbour’s suffering is compatible with a good name in Brussels, silence about a distant war must be compatible with a good name in Islamabad.",
  ],
  against: [
    "An act is judged by what it does where it falls. To be the first foreign leader at Putin’s table on the day the tanks crossed the border, in front of the cameras, gave the attacker what he needed most that morning: a picture in which the war was ordinary. Nobody had to hand over a rifle for that to be a service. Meetings are called off for much less.",

    "An abstention is not the midpoint between two armies. The resolution did not ask anybody to fight; it asked them to say that a border may not be moved by force. Pakistan has asked the world to say precisely this for seventy years. To withhold from Ukraine the sentence one demands for Kashmir is not balance between two sides; it is an exception made for a strong friend.",

    "Look at who was owed what. By Mir’s account Ukraine had taken Pakistan’s part and was under contract to refit its tanks. Russia had shielded India with its veto. A neutral weighs like cases alike; here the state that had helped was left alone and the one that had harmed was visited.",

    "Finally, nobody is neutral in secret from his own interests. A major non-NATO ally that denounces Western envoys at a rally, with a motion of no confidence on its way, is using a war as a stage. The policy may have been clever, and it may even have been popular. But “neutral in practice” would mean that it favoured no one, and the practice favoured the invader abroad and the prime minister at home.",
  ],
}
