import { useNorms } from "@/components/discussion/moderation/use-norms"
import { cn } from "@/components/ui/cn"
import type { NormsView } from "@/lib/discussion/moderation/norms"

/** The norms of a class, numbered as acts of staff name them. */
export function NormsList({ norms, className }: { norms: NormsView; className?: string }) {
  const list = useNorms(norms)
  return (
    <ol className={cn("list-decimal ps-6", className)}>
      {list.map((norm) => (
        <li key={norm} dir="auto" className="py-0.5">
          {norm}
        </li>
      ))}
    </ol>
  )
}
