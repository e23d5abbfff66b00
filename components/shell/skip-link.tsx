/** The first thing the keyboard meets: past the header, to the matter. */
export function SkipLink({ children }: { children: string }) {
  return (
    <a
      href="#main"
      className="sr-only focus:not-sr-only focus:fixed focus:inset-s-4 focus:top-2 focus:z-50 focus:rounded-corner focus:border focus:border-rule-firm focus:bg-raised focus:px-3 focus:py-2 focus:font-semibold print:hidden"
    >
      {children}
    </a>
  )
}
