import { cn } from "@/components/ui/cn"

/** Stands where lines of text will be, while they load. The surroundings say in words that something loads. */
export function Skeleton({ lines = 3, className }: { lines?: number; className?: string }) {
  return (
    <div aria-hidden className={cn("grid gap-3", className)}>
      {Array.from({ length: lines }, (_, line) => (
        <span
          // biome-ignore lint/suspicious/noArrayIndexKey: bare lines have no other identity
          key={line}
          className={cn("h-4 animate-pulse rounded-mark bg-recess", line === lines - 1 ? "w-3/5" : "w-full")}
        />
      ))}
    </div>
  )
}
