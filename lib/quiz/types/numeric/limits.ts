/** Apart from the shapes, because the answering page needs them and nothing else of those. */
export const LONGEST_UNIT = 40
export const MOST_UNITS = 20
export const MOST_NUMBERS = 12
export const LONGEST_COMMENT = 600
