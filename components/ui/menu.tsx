"use client"

import { DropdownMenu as Radix } from "radix-ui"
import type { ComponentProps, ReactNode } from "react"
import { cn } from "@/components/ui/cn"

type MenuProps = {
  /** The button that opens it. */
  trigger: ReactNode
  /** MenuItem, MenuDivider. */
  children: ReactNode
  align?: "start" | "end"
}

/** Acts behind one button: arrow keys, first letters and Escape work. */
export function Menu({ trigger, children, align = "end" }: MenuProps) {
  return (
    <Radix.Root>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          align={align}
          sideOffset={4}
          collisionPadding={8}
          className="z-50 min-w-44 max-w-80 rounded-corner border border-rule bg-raised py-1 shadow-lift print:hidden"
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}

/** One act of a menu. For a link, give `asChild` and a Link within. */
export function MenuItem({
  danger = false,
  className,
  ...rest
}: ComponentProps<typeof Radix.Item> & { danger?: boolean }) {
  return (
    <Radix.Item
      className={cn(
        "flex min-h-target-dense cursor-pointer select-none items-center gap-2 px-3 py-1 outline-none [&_svg]:size-4",
        "data-[highlighted]:bg-accent-wash data-[highlighted]:text-accent data-[disabled]:cursor-default data-[disabled]:text-ink-3",
        "forced-colors:data-[highlighted]:outline-2",
        danger && "text-wrong data-[highlighted]:bg-wrong-wash data-[highlighted]:text-wrong",
        className,
      )}
      {...rest}
    />
  )
}

/** A hairline between groups of acts. */
export function MenuDivider() {
  return <Radix.Separator className="my-1 border-rule border-t" />
}
