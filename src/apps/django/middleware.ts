import type { Value } from '../../model/value.js';
import { mayHave, type Texts } from './texts.js';

/** Middleware of Django that asks for the host of no GET request. What is not Django's may. */
const SILENT = /^django\.(?!middleware\.common\.CommonMiddleware$)/;

/**
 * Django compares the host where something asks for it: CommonMiddleware for each request
 * (https://docs.djangoproject.com/en/5.2/ref/middleware/#module-django.middleware.common). Each project that Django
 * generates has it; one without answers 200 (measured with Django 5.2).
 */
export function looksAtHosts(middleware: Value<Texts>): boolean {
  return mayHave(middleware, (name) => !SILENT.test(name));
}

/** CsrfViewMiddleware looks at forms (https://docs.djangoproject.com/en/5.2/ref/csrf/). */
export function looksAtForms(middleware: Value<Texts>): boolean {
  return mayHave(middleware, (name) => name.endsWith('CsrfViewMiddleware'));
}
