import { FUNCTION_NAMES_LOGICAL, type IFunctionService, NullValueObject } from '@univerjs/engine-formula';

/** IFERROR and IFNA may leave out what to show instead: a blank, then. Source: Google Docs Editors help "IFERROR". */
export function allowNoAlternative(functions: IFunctionService): void {
  for (const name of [FUNCTION_NAMES_LOGICAL.IFERROR, FUNCTION_NAMES_LOGICAL.IFNA]) {
    const checked = functions.getExecutor(name);
    if (!checked) continue;
    const calculate = checked.calculate.bind(checked);
    checked.minParams = 1;
    checked.calculate = (value, alternative = NullValueObject.create()) => calculate(value, alternative);
  }
}
