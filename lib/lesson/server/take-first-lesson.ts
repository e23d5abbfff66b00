import "server-only"
import type { Decision } from "@/lib/access/refusal"
import type { Viewer } from "@/lib/access/viewer"
import { fakeNeutrality } from "@/lib/lesson/content/fake-neutrality"
import { type InstalledLesson, installLesson } from "@/lib/lesson/server/install-lesson"

/** Puts the lesson that comes with the program into the school's library. Pressed twice, or by two teachers, once. */
export function takeFirstLesson(viewer: Viewer, _: unknown, now: Date): Promise<Decision<InstalledLesson>> {
  return installLesson(viewer, fakeNeutrality, now)
}
