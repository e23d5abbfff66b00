import { DeadEndPage } from "@/app/error"

export default function Forbidden() {
  return <DeadEndPage kind="forbidden" />
}
