import type { NoteMarkName } from "@/lib/reading/kinds"

export type DemonstrationNote = {
  by: string
  /** A short phrase that stands in exactly one sentence of the briefing. */
  on: string
  mark: NoteMarkName
  body: string
}

export const demonstrationNotes: readonly DemonstrationNote[] = [
  {
    by: "elif",
    on: "first foreign leader to meet Putin",
    mark: "evidence",
    body: "Check: was the visit planned before?",
  },
  { by: "elif", on: "U-turn Khan", mark: "loaded", body: "nickname first, facts later" },
  {
    by: "elif",
    on: "an editorial against",
    mark: "evidence",
    body: "He was there himself. Strong, but only his memory.",
  },
  { by: "elif", on: "35 countries", mark: "evidence", body: "so 34 others. use this for prompt 1" },
  { by: "elif", on: "fake neutrality", mark: "claim", body: "the claim everything else is for" },
  { by: "beatriz", on: "U-turn Khan", mark: "loaded", body: "sets the tone" },
  { by: "beatriz", on: "President Biden", mark: "unclear", body: "a guess! no source" },
  { by: "chiamaka", on: "fake neutrality", mark: "claim", body: "fake = pretending? or fake = not working?" },
  { by: "chiamaka", on: "butcher of Chechnya", mark: "loaded", body: "“known to some” - to whom?" },
  { by: "amir", on: "35 countries", mark: "evidence", body: "against Mir" },
  { by: "daniel", on: "Europe and the United States", mark: "unclear", body: "which observers" },
  { by: "grace", on: "six of the 22", mark: "evidence", body: "so not really 23 EU countries" },
  { by: "ilse", on: "no idea of balance", mark: "claim", body: "does he prove this one?" },
  { by: "leila", on: "demonstration in Islamabad", mark: "evidence", body: "then / now" },
  { by: "kwame", on: "Chechnya in 1999", mark: "none", body: "Putin was prime minister then, not president" },
  { by: "callum", on: "23 E.U. countries", mark: "evidence", body: "use this" },
  {
    by: "finn",
    on: "no seat on the Security Council",
    mark: "unclear",
    body: "what is the difference between the council and the assembly",
  },
  { by: "wei", on: "diplomatic camp", mark: "loaded", body: "camp suggests they planned it" },
  { by: "ilse", on: "President Biden", mark: "unclear", body: "" },
  { by: "wei", on: "President Biden", mark: "unclear", body: "who says so?" },
  { by: "grace", on: "Europe and the United States", mark: "unclear", body: "" },
  { by: "leila", on: "Europe and the United States", mark: "unclear", body: "all of them?" },
  { by: "amir", on: "Europe and the United States", mark: "unclear", body: "" },
]
