/** Below this many answers no share, mean or spread is shown: one student more or less would move it by a quarter. */
export const FEWEST_TO_SAY = 5

/**
 * Below this many students no correlation, no groups and no reliability: the interval of a correlation of 9 students is
 * wider than one in each direction, and a third of them is three people.
 */
export const FEWEST_TO_RELATE = 10
