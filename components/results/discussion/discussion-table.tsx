import { useTranslations } from "next-intl"
import { Cell, DataTable, HeaderCell, Row, RowHeader } from "@/components/ui/data-table"
import type { DiscussionProfile, StudentPosts } from "@/lib/results/discussion/discussion-profile"

type DiscussionTableProps = {
  profile: DiscussionProfile
  /** Whether the posts stand below, so that a number can lead to them. */
  opens: boolean
}

/** Posts, replies, citations and restatements of each student. */
export function DiscussionTable({ profile, opens }: DiscussionTableProps) {
  const results = useTranslations("results")
  return (
    <DataTable caption={results("discussion.caption")} minWidth="34rem" data-walk-rows>
      <thead>
        <tr>
          <HeaderCell>{results("grid.student")}</HeaderCell>
          <HeaderCell numeric>{results("discussion.posts")}</HeaderCell>
          <HeaderCell numeric>{results("discussion.replies")}</HeaderCell>
          <HeaderCell numeric>{results("discussion.citations")}</HeaderCell>
          <HeaderCell numeric>{results("discussion.restatements")}</HeaderCell>
        </tr>
      </thead>
      <tbody>
        {profile.students.map((one) => (
          <StudentLine key={one.student.enrolmentId} one={one} opens={opens} />
        ))}
      </tbody>
    </DataTable>
  )
}

function StudentLine({ one: { student }, opens }: { one: StudentPosts; opens: boolean }) {
  const results = useTranslations("results")
  const wrote = student.posts + student.replies > 0
  const number = (count: number) =>
    count === 0 ? (
      <span className="text-ink-3">0</span>
    ) : opens ? (
      <a href={`#student-${student.enrolmentId}`} className="inline-block min-h-6 hover:underline">
        {count}
      </a>
    ) : (
      count
    )
  return (
    <Row>
      <RowHeader>
        {opens && wrote ? (
          <a
            href={`#student-${student.enrolmentId}`}
            dir="auto"
            className="inline-block min-h-6 hover:underline"
          >
            {student.displayName}
          </a>
        ) : (
          <span dir="auto">{student.displayName}</span>
        )}
        {student.posts > 0 && student.replies === 0 && (
          <span className="ms-2 font-normal text-13 text-part">{results("discussion.noReplies")}</span>
        )}
        {student.hasLeft && (
          <span className="ms-2 font-normal text-13 text-ink-3">{results("grid.left")}</span>
        )}
      </RowHeader>
      <Cell numeric>{number(student.posts)}</Cell>
      <Cell numeric>{number(student.replies)}</Cell>
      <Cell numeric>{number(student.citations)}</Cell>
      <Cell numeric>{number(student.restatements)}</Cell>
    </Row>
  )
}
