import { useTranslations } from "next-intl"
import { packetParagraphs, type SidePackets } from "@/lib/lesson/side-packets"

type SidePacketsViewProps = { packets: SidePackets; statement: string }

/** Both sides of the statement at their strongest, each folded away until it is wanted. Nothing where there are none. */
export function SidePacketsView({ packets: { packetFor, packetAgainst }, statement }: SidePacketsViewProps) {
  const words = useTranslations("lesson.packets")
  if (!packetFor && !packetAgainst) return null
  return (
    <section aria-labelledby="packets" className="border-rule border-t py-5">
      <h2 id="packets" className="font-semibold text-17">
        {words("title")}
      </h2>
      <p dir="auto" className="text-ink-2">
        {words("lead", { statement })}
      </p>
      {packetFor && <Packet title={words("for")} packet={packetFor} />}
      {packetAgainst && <Packet title={words("against")} packet={packetAgainst} />}
    </section>
  )
}

function Packet({ title, packet }: { title: string; packet: string }) {
  return (
    <details className="mt-2 border-rule border-t">
      <summary className="min-h-target cursor-pointer py-2 font-semibold text-accent">{title}</summary>
      <div className="grid max-w-[65ch] gap-3 pb-3 font-read text-17">
        {packetParagraphs(packet).map((paragraph, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs have no name but their place, and never move
          <p key={at} dir="auto">
            {paragraph}
          </p>
        ))}
      </div>
    </details>
  )
}
