/** Names the plan of the roster that the table adds: the same for every class it is new in. Set once, when it has been planned. */
let seal = ""

export const rememberRosterSeal = (planned: string): void => {
  seal = planned
}

export const sealOfRoster = (): string => seal
