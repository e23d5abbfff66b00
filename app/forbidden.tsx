import { DeadEndPage } from "@/components/shell/dead-end-page"

export default function Forbidden() {
  return <DeadEndPage kind="forbidden" />
}
