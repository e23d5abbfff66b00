import { answerSealed } from "@/lib/platform/answer-sealed"

// Stands for a parser with a fault.

const grow = (): void => {
  const kept: number[][] = []
  for (;;) kept.push(new Array(100_000).fill(kept.length))
}

const spin = (): void => {
  for (;;);
}

const descend = (): number => 1 + descend()

answerSealed((wants: string): string => {
  if (wants === "memory") grow()
  if (wants === "time") spin()
  if (wants === "depth") descend()
  return "done"
})
