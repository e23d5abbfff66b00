import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { bringResultsAction } from "@/app/teach/assignments/[assignmentId]/actions"
import {
  saveDiscussionGradeAction,
  saveDiscussionGradeHereAction,
} from "@/app/teach/assignments/[assignmentId]/discussion/actions"
import { openDiscussion } from "@/app/teach/assignments/[assignmentId]/discussion/open-discussion"
import {
  dropBankCommentAction,
  keepBankCommentAction,
  loadBankAction,
} from "@/app/teach/assignments/[assignmentId]/grade/actions"
import { ResultsPage } from "@/app/teach/assignments/[assignmentId]/results-page"
import { AuthorView } from "@/components/results/discussion/author-view"
import { formatInstant } from "@/lib/lesson/school-time"
import { readDiscussionQuery } from "@/lib/results/discussion/discussion-query"
import { nameFor } from "@/lib/results/discussion/name-for"
import { walkAuthors } from "@/lib/results/discussion/walk-authors"

type Props = {
  params: Promise<{ assignmentId: string; enrolmentId: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** An enrolment for who may see names; for others a pseudonym's id. */
async function openAuthor({ params, searchParams }: Props) {
  const { assignmentId, enrolmentId: key } = await params
  const open = await openDiscussion(assignmentId, key)
  const one = open.profile.students.find(({ author }) => author.key === key)
  if (!one) return notFound()
  const asked = readDiscussionQuery(await searchParams)
  // Where the class writes under names there is nothing to show or hide; where names are kept from the viewer, neither: then those that were opened stand there.
  const mayToggle = open.may.seeNames && open.assignment.postNames === "pseudonyms"
  const showsNames = open.may.seeNames ? asked.showsNames || !mayToggle : open.may.openNames
  return { open, one, query: { ...asked, showsNames }, mayToggle }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { open, one, query } = await openAuthor(props)
  return { title: `${nameFor(one.author, query.showsNames)}, ${open.assignment.title}` }
}

/** One student's part in the discussion, in context, with the rubric beside it. */
export default async function AuthorPage(props: Props) {
  const { open, one, query, mayToggle } = await openAuthor(props)
  const { assignment, profile, grading, clock } = open
  const { author, posts } = one
  const grades = grading?.grades
  return (
    <ResultsPage open={open} here={null}>
      <AuthorView
        assignmentId={assignment.assignmentId}
        one={one}
        prompts={profile.prompts}
        query={query}
        walk={walkAuthors(profile.students, {
          key: author.key,
          showsNames: query.showsNames,
          isGraded: (key) => grades?.has(key) ?? false,
        })}
        isAlias={!open.may.seeNames}
        mayToggle={mayToggle}
        nameOf={(other) => nameFor(other, query.showsNames)}
        grading={
          grading && posts.length > 0 && !author.hasLeft
            ? {
                current: grading.current,
                grades: grading.grades.get(author.key) ?? [],
                clock,
                actions: {
                  save: saveDiscussionGradeAction,
                  saveHere: saveDiscussionGradeHereAction,
                  bring: bringResultsAction,
                  bank: { load: loadBankAction, keep: keepBankCommentAction, drop: dropBankCommentAction },
                },
              }
            : null
        }
        when={(instant) => formatInstant(instant, clock)}
      />
    </ResultsPage>
  )
}
