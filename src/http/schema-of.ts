import { getMetadataStorage, type ValidationTypes } from 'class-validator';
import { itemType } from '../intents/dto/fields.js';

/** As much of JSON Schema as our DTOs need. */
export interface SchemaObject {
  type?: string;
  properties?: Record<string, SchemaObject>;
  required?: string[];
  additionalProperties?: boolean;
  items?: SchemaObject;
  enum?: string[];
  nullable?: boolean;
  pattern?: string;
  maxLength?: number;
  maxItems?: number;
}

type Dto = new () => object;
type Check = {
  readonly type: ValidationTypes | string;
  readonly name?: string;
  readonly each: boolean;
  readonly constraints?: readonly unknown[];
};

/** The JSON schema of a DTO, read from the very validators that judge it. */
export function schemaOf(dto: Dto): SchemaObject {
  const fields = new Map<string, Check[]>();
  for (const { propertyName, ...check } of getMetadataStorage().getTargetValidationMetadatas(dto, '', true, false)) {
    fields.set(propertyName, [...(fields.get(propertyName) ?? []), check as Check]);
  }

  const required = [...fields].filter(([, checks]) => !checks.some(isOptional)).map(([name]) => name);
  return {
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries([...fields].map(([name, checks]) => [name, fieldSchema(dto, name, checks)])),
    ...(required.length > 0 ? { required } : {}),
  };
}

function fieldSchema(dto: Dto, name: string, checks: readonly Check[]): SchemaObject {
  const isList = checks.some(({ name }) => name === 'isArray');
  if (!isList) return Object.assign({}, ...checks.map(ruleOf)) as SchemaObject;

  const nested = itemType(dto.prototype as object, name);
  const maxItems = nested?.max ?? checks.find(({ name }) => name === 'arrayMaxSize')?.constraints?.[0];
  const items = nested
    ? schemaOf(nested.type)
    : (Object.assign({}, ...checks.filter(({ each }) => each).map(ruleOf)) as SchemaObject);
  return { type: 'array', items, ...(typeof maxItems === 'number' ? { maxItems } : {}) };
}

function ruleOf(check: Check): SchemaObject {
  const { name, constraints = [] } = check;
  if (admits(check, null)) return { nullable: true };
  const [first] = constraints;
  switch (name) {
    case 'matches':
      return { type: 'string', pattern: (first as RegExp).source };
    case 'isIn':
      return { type: 'string', enum: [...(first as readonly string[])] };
    case 'isString':
      return { type: 'string' };
    case 'maxLength':
      return { type: 'string', maxLength: first as number };
    case 'whole':
      return { type: 'integer' };
    default:
      return {};
  }
}

function isOptional(check: Check): boolean {
  return admits(check, undefined);
}

function admits({ type, constraints = [] }: Check, value: null | undefined): boolean {
  const [applies] = constraints;
  return type === 'conditionalValidation' && typeof applies === 'function' && applies({}, value) === false;
}
