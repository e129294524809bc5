/** A program that builds sites or programs, or a plugin that does so in Vite's place. */
export interface BuilderRow {
  /** Kebab-case. */
  id: string;
  /** As its users write it. */
  name: string;
  /** How it is called: its program and the subcommand, where it needs one. */
  calls?: readonly Call[];
  /** Modules that a Vite configuration imports, so that `vite build` makes what this builder makes. */
  plugins?: readonly string[];
  /**
   * What it makes of an app: one page that shows every route (`single`), a page for each route (`multiple`), or either,
   * by settings that are not read (`unknown`). `none`: it makes programs, not sites.
   */
  pages: 'single' | 'multiple' | 'unknown' | 'none';
  /** Where it is documented what it makes. */
  source: string;
}

/** The subcommand, where there is one, is the first word that is no option. */
export type Call = readonly [program: string, subcommand?: string];
