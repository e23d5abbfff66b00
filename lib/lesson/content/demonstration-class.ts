/**
 * The people of the demonstration class. All of them are made up; whatever they did is made by the generator in
 * `demonstration-work.ts` or stands in `demonstration-posts.ts`.
 */

/** How far a student has come. Each includes those before it. */
export const demonstrationStages = [
  "nothing",
  "stance",
  "reading",
  "read",
  "quizOpen",
  "quiz",
  "posted",
  "everything",
] as const
export type DemonstrationStage = (typeof demonstrationStages)[number]

export type DemonstrationStudent = {
  userName: string
  displayName: string
  stage: DemonstrationStage
  /** From 0 to 1: how often this student reads right what can be misread. */
  care: number
  timeMultiplier?: number
}

export const demonstrationStaff = {
  teacher: { userName: "lindqvist", displayName: "Ingrid Lindqvist" },
  assistant: { userName: "mensah", displayName: "Kofi Mensah" },
  administrator: { userName: "delgado", displayName: "Rosa Delgado" },
} as const

/** The two students whose sign-ins are printed. */
export const demonstrationStars = { everything: "elif", nothing: "jonas" } as const

export const demonstrationStudents: readonly DemonstrationStudent[] = [
  { userName: "aaliyah", displayName: "Aaliyah Brooks", stage: "posted", care: 0.62 },
  { userName: "ada", displayName: "Ada Lindholm", stage: "posted", care: 0.7 },
  { userName: "amir", displayName: "Amir Haddad", stage: "everything", care: 0.66 },
  { userName: "beatriz", displayName: "Beatriz Nunes", stage: "everything", care: 0.88 },
  { userName: "callum", displayName: "Callum Reid", stage: "posted", care: 0.5, timeMultiplier: 2 },
  { userName: "chiamaka", displayName: "Chiamaka Eze", stage: "everything", care: 0.92 },
  { userName: "daniel", displayName: "Daniel Kovač", stage: "posted", care: 0.85 },
  { userName: "elif", displayName: "Elif Yıldız", stage: "everything", care: 0.9 },
  { userName: "finn", displayName: "Finn O’Dowd", stage: "reading", care: 0.5 },
  { userName: "grace", displayName: "Grace Thompson", stage: "everything", care: 0.55 },
  { userName: "hana", displayName: "Hana Sato", stage: "posted", care: 0.8 },
  { userName: "ilse", displayName: "Ilse de Vries", stage: "everything", care: 0.72 },
  { userName: "jonas", displayName: "Jonas Weber", stage: "nothing", care: 0.5 },
  { userName: "kwame", displayName: "Kwame Boateng", stage: "posted", care: 0.6 },
  { userName: "leila", displayName: "Leila Rahimi", stage: "everything", care: 0.82 },
  { userName: "mateusz", displayName: "Mateusz Zieliński", stage: "posted", care: 0.58 },
  { userName: "nadia", displayName: "Nadia Petrova", stage: "posted", care: 0.76 },
  { userName: "oluwaseun", displayName: "Oluwaseun Adebayo", stage: "everything", care: 0.68 },
  { userName: "priya", displayName: "Priya Raman", stage: "stance", care: 0.5 },
  { userName: "quang", displayName: "Quang Tran", stage: "posted", care: 0.45 },
  { userName: "lucia", displayName: "Lucía Jiménez", stage: "posted", care: 0.64 },
  { userName: "samuel", displayName: "Samuel Katz", stage: "posted", care: 0.42 },
  { userName: "tomas", displayName: "Tomás Vidal", stage: "quizOpen", care: 0.6 },
  { userName: "wei", displayName: "Wei Zhang", stage: "posted", care: 0.95 },
  { userName: "zofia", displayName: "Zofia Lis", stage: "posted", care: 0.52 },
]
