/** An issue of the tracker, as far as we read it. */
export interface TrackedIssue {
  readonly number: number;
  readonly body: string;
  readonly state: "open" | "closed";
  /** Why it is closed: `not_planned` is how people say that they want to hear no more of it. */
  readonly reason?: string | undefined;
  readonly url: string;
}

/** What of an issue is to be another than it is. */
export interface IssueChange {
  readonly title?: string;
  readonly body?: string;
  readonly state?: "open" | "closed";
  readonly reason?: "completed" | "reopened";
}

/** Issues of one repository. All reject with an InfrastructureError that says what to do. */
export interface IssueTracker {
  /** All with this label, open and closed, the oldest first. */
  list(label: string): Promise<TrackedIssue[]>;
  create(issue: {
    readonly title: string;
    readonly body: string;
    readonly label: string;
  }): Promise<TrackedIssue>;
  change(number: number, change: IssueChange): Promise<void>;
  comment(number: number, body: string): Promise<void>;
}
