"use client"

/*
 * What comes with every page: what stands in its place where it fails, is missing or forbidden, and the words of its frame. It is one
 * module, so that it is in one file on the wire; as three it was in three. Next wants the page for a failure to be this one.
 */
export { DeadEndPage } from "@/components/shell/dead-end-page"
export { ErrorPage as default } from "@/components/shell/error-page"
export { FirstMessages } from "@/components/ui/messages-provider"
