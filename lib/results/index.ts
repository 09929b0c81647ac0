export { resultReport } from "./resultReport";
export { type HtmlOptions, reportHtml } from "./text/html";
export { type MarkdownOptions, reportMarkdown } from "./text/markdown";
export type {
  FalsePositiveCount,
  FalsePositiveRate,
  ForecastPoint,
  Outlook,
  ReportedMeasure,
  ReportedScore,
  ReportedVerdict,
  ResultReport,
} from "./types";
