import { QuizPage } from "@/app/a/[assignmentId]/quiz/quiz-page"

type Props = { params: Promise<{ assignmentId: string }> }

export default async function Page({ params }: Props) {
  return <QuizPage assignmentId={(await params).assignmentId} />
}
