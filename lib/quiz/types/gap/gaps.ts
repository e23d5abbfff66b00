import type { Gap, GapContent } from "@/lib/quiz/types/gap/shapes"

// What a student's page needs of a text with gaps, apart from its shapes: those bring the parser of all shapes with them.

/** Characters of what is typed into one gap. */
export const LONGEST_FILL = 120

export const gapsOf = ({ pieces }: GapContent): Gap[] => pieces.filter((piece) => "gap" in piece)
