import { useTranslations } from "next-intl"
import type { ReactNode } from "react"
import { HomeDue } from "@/components/lesson/home-due"
import { HomeEmpty } from "@/components/lesson/home-empty"
import { HomeList } from "@/components/lesson/home-list"
import { HomeNext } from "@/components/lesson/home-next"
import { type Clock, Instant } from "@/components/lesson/instant"
import { Hang } from "@/components/ui/hang"
import type { HomeArrangement, HomeAssignment } from "@/lib/lesson/arrange-home"
import { formatDay } from "@/lib/lesson/school-time"
import { displayPoints } from "@/lib/quiz/score-display"

type HomeViewProps = {
  home: HomeArrangement
  waitingFor: readonly string[]
  classCount: number
  clock: Clock
  /** Sections of other rooms, such as replies to me; they stand after what is due. */
  children?: ReactNode
}

/** A student's home: the one thing to do next, then what else is due, what answered me, what is out, what is past. */
export function HomeView({ home, waitingFor, classCount, clock, children }: HomeViewProps) {
  const words = useTranslations("lesson.home")
  const hasAny = home.main ?? home.upcoming[0] ?? home.results[0] ?? home.past[0]
  return (
    <>
      <p className="text-ink-3">{formatDay(clock.now, { ...clock, long: true })}</p>
      {home.main ? (
        <HomeNext assignment={home.main} clock={clock} />
      ) : (
        <HomeEmpty classCount={classCount} waitingFor={waitingFor} isNew={!hasAny} />
      )}
      {waitingFor.length > 0 && (
        <Hang label={words("waiting")}>
          <p>{words("waitingFor", { classes: waitingFor.join(", ") })}</p>
        </Hang>
      )}
      {home.alsoDue.length > 0 && (
        <Hang label={words("alsoDue")}>
          <HomeDue assignments={home.alsoDue} clock={clock} />
        </Hang>
      )}
      {children}
      <QuietLists home={home} clock={clock} />
    </>
  )
}

function QuietLists({ home, clock }: { home: HomeArrangement; clock: Clock }) {
  const words = useTranslations("lesson.home")
  const opens = (one: HomeAssignment) =>
    words.rich("opensAt", { at: () => <Instant at={one.opensAt} clock={clock} /> })
  return (
    <>
      {home.results.length > 0 && (
        <Hang label={words("resultsOut")}>
          <HomeList
            assignments={home.results}
            say={({ scoreChange }) =>
              scoreChange
                ? words.rich("scoreChanged", {
                    before: displayPoints(scoreChange.before),
                    after: displayPoints(scoreChange.after),
                    at: () => <Instant at={scoreChange.at} clock={clock} />,
                  })
                : words("quizResults")
            }
            link={({ id, title }) => ({
              href: `/a/${id}/results`,
              words: words("seeResults"),
              label: words("seeResultsOf", { title }),
            })}
          />
        </Hang>
      )}
      {home.upcoming.length > 0 && (
        <Hang label={words("upcoming")}>
          <HomeList assignments={home.upcoming} say={opens} />
        </Hang>
      )}
      {home.past.length > 0 && (
        <Hang label={words("past")}>
          <HomeList
            assignments={home.past}
            say={(one) => words(pastCode(one))}
            link={({ id, title }) => ({
              href: `/a/${id}`,
              words: words("look"),
              label: words("lookAt", { title }),
            })}
          />
        </Hang>
      )}
    </>
  )
}

function pastCode(one: HomeAssignment): "excused" | "allDone" | "closed" {
  if (one.excused) return "excused"
  return one.steps.every((step) => step.state === "done") ? "allDone" : "closed"
}
