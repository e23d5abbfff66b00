import { cache } from "react"
import { loadClasses } from "@/lib/classroom/server/load-classes"

/** The viewer's classes, once per request: the rail and the page ask for the same. */
export const loadTaughtClasses = cache(loadClasses)
