// The quiz changes between its questions and its review without asking the server; this is for a reload there.
export { default, generateMetadata } from "../page"
