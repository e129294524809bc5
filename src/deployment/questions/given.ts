import type { Surroundings } from '../../launch/surroundings.js';
import type { Service } from '../../model/service.js';
import type { Repository } from '../../repository/repository.js';

/** What every question is answered from. */
export interface Given {
  repository: Repository;
  services: readonly Service[];
  surroundingsOf: (service: Service) => Surroundings;
}
