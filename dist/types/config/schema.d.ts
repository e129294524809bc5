import { type RuleOption } from '../model/settings.js';
/** A rule as the configuration knows it. */
interface ConfigurableRule {
    id: string;
    title: string;
    options?: Readonly<Record<string, RuleOption>>;
}
/** What the schema is made from: it holds no name of its own. */
export interface SchemaFacts {
    rules: readonly ConfigurableRule[];
    /** Ids. */
    platforms: readonly string[];
    /** The address it is published at. */
    id: string;
}
type Schema = Readonly<Record<string, unknown>>;
/** The JSON Schema (draft-07) of lint-deploy.yaml, with each rule's options as the rule declares them. */
export declare function configSchema({ rules, platforms, id }: SchemaFacts): Schema;
export {};
